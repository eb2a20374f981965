import type { ProcessGraph } from '../../../bpmn/index.ts'
import { Failure } from '../../protocol/errors.ts'
import {
  type AdHocDefinition,
  beginElements,
  elementsToBegin,
  innerInstanceId,
  readAdHoc,
  tellElements,
} from '../behaviors/ad-hoc.ts'
import { terminateChildren } from '../behaviors/children.ts'
import { subscribeToScopeEvents } from '../behaviors/event-subscriptions.ts'
import { evaluateBoolean } from '../behaviors/expressions.ts'
import { cancelJobOf, createJob } from '../behaviors/jobs.ts'
import { addItem, propagateOutput } from '../behaviors/multi-instance.ts'
import { completeIfDone } from '../behaviors/scopes.ts'
import { setLocalVariables } from '../behaviors/variables.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { Expression } from '../expression.ts'
import { defineElement } from './element.ts'

/**
 * A scope without a start: what happens inside is decided while it runs, by a list, by whoever commands it, or by a worker. It ends when all that was
 * begun has ended, or when its condition is met (ENGINE H1–H4).
 */
export const adHocSubProcess = defineElement<AdHocDefinition>({
  type: 'AD_HOC_SUB_PROCESS',
  waits: true,
  // It opens them itself: there is no start event that would.
  opensEventsAtStart: true,

  onEnter(execution, { definition }, key) {
    const { output } = definition
    const told = { adHocSubProcessElements: tellElements(definition), ...(output && { [output.collection]: [] }) }
    setLocalVariables(execution, key, told)
    execution.keep()
  },

  onActivate(execution, node, key) {
    const { job } = node.definition
    const begun = job ? [] : elementsToBegin(execution, node, key)
    subscribeToScopeEvents(execution, node, key)
    if (job) createJob(execution, job, key, { jobKind: 'AD_HOC_SUB_PROCESS' })
    return () => beginElements(execution, node.id, key, begun)
  },

  beforeChildCompletes(execution, { definition }, key, childKey) {
    const { output, completionCondition, job } = definition
    const isInner = execution.element(childKey).type === 'AD_HOC_SUB_PROCESS_INNER_INSTANCE'
    if (output && isInner) addItem(execution, output, key, childKey)
    if (job) return execution.element(key).isFulfilled === true
    return completionCondition && isComplete(execution, completionCondition, key)
  },

  afterChildCompletes(execution, { definition }, key, isSatisfied) {
    const { job, cancelsRest } = definition
    if (execution.element(key).interruptedBy !== undefined) return completeIfDone(execution, key)
    if (job && !isSatisfied) return askAgain(execution, definition, key)
    if (isSatisfied && cancelsRest && !job && terminateChildren(execution, key)) return
    if (isSatisfied !== false) completeIfDone(execution, key)
  },

  afterChildrenTerminate(execution, { definition }, key) {
    // What a worker ended without a word of what follows is for the worker to go on with.
    if (definition.job && !execution.element(key).isFulfilled) askAgain(execution, definition, key)
    else completeIfDone(execution, key)
  },

  onComplete(execution, { definition: { output } }, key) {
    // The worker may still have been asked when an event ended it.
    cancelJobOf(execution, key)
    propagateOutput(execution, output, key)
  },

  onTerminate: (execution, _node, key) => cancelJobOf(execution, key),
})

function isComplete(execution: Execution, condition: Expression, key: string): boolean {
  try {
    return evaluateBoolean(execution, condition, key)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure(error.errorType, `Failed to evaluate completion condition. ${error.message}`)
  }
}

/** The scope around one thing that was begun inside; begun and left by the ad-hoc sub-process. */
const innerInstance = defineElement({ type: 'AD_HOC_SUB_PROCESS_INNER_INSTANCE', waits: true })

/** Tells every ad-hoc sub-process what lies in it, and adds the scopes it begins things in. */
export function completeAdHocSubProcesses({ nodes: graph }: ProcessGraph, nodes: Map<string, ExecutableNode>): void {
  for (const source of graph.values()) {
    if (source.type !== 'bpmn:AdHocSubProcess') continue
    const node = nodes.get(source.id)!
    node.definition = readAdHoc(
      source,
      source.childIds.map(id => graph.get(id)!),
    )
    const id = innerInstanceId(source.id)
    nodes.set(id, {
      id,
      type: innerInstance.type,
      element: innerInstance,
      definition: undefined,
      inputs: [],
      outputs: [],
      outgoing: [],
      isInterrupting: false,
      isBehindGateway: false,
      isForCompensation: false,
      boundaryEvents: [],
      eventSubProcesses: [],
      scopeId: source.id,
    })
  }
}

/** Something inside is done: the worker decides anew what follows. There is one job at a time. */
function askAgain(execution: Execution, { job }: AdHocDefinition, key: string): void {
  cancelJobOf(execution, key)
  execution.attempt(key, () => createJob(execution, job!, key, { jobKind: 'AD_HOC_SUB_PROCESS' }))
}
