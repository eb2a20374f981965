import { Failure } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import type { ExecutableFlow, ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { Step } from '../state/instance-state.ts'
import { callerOf, handOver, inCaller, terminateCalled } from './calls.ts'
import { childrenOf, terminateChildren } from './children.ts'
import { completeHandler, dropCompensations, keepForCompensation } from './compensation.ts'
import { subscribeToBoundaryEvents, unsubscribe } from './event-subscriptions.ts'
import { callListener } from './execution-listeners.ts'
import { resolveIncidentsOf } from './incidents.ts'
import { cancelJobOf } from './jobs.ts'
import { mayJoin } from './joins.ts'
import { startNext } from './message-starts.ts'
import { nodeInside, nodeOf } from './nodes.ts'
import { interruptAfter } from './runtime-instructions.ts'
import { completeIfDone } from './scopes.ts'
import { noteStart } from './start-events.ts'
import { endTermination } from './termination.ts'
import { transition } from './transition.ts'
import { forget, remember } from './triggers.ts'
import { goOnWithTask, isHeldByTask } from './user-tasks/transitions.ts'
import { applyInputMappings, applyOutputMappings } from './variable-mappings.ts'

/** A run of more steps without a wait state is stopped: it would never end. */
const STEPS_WITHOUT_WAIT = 100_000

/** Begins an instance of an element inside a scope. */
export function activate(execution: Execution, step: Extract<Step, { do: 'activate' }>): void {
  const { elementId, flowScopeKey, event } = step
  const node = nodeInside(execution, elementId, flowScopeKey)
  if (!mayBegin(execution, node, flowScopeKey)) return
  const key = step.key ?? execution.nextKey()
  transition(execution, node, key, 'ELEMENT_ACTIVATING', flowScopeKey)
  if (event && (event.variables || node.eventStart)) remember(execution, key, event)
  const around = nodeOf(execution, flowScopeKey)
  around.element.onChildBegins?.(execution, around, flowScopeKey, key)
  execution.attempt(key, () => {
    checkBudget(execution, node)
    enter(execution, node, key)
  })
}

/** Goes on where an incident stopped an element instance. */
export function retry(execution: Execution, key: Key): void {
  const { state } = execution.element(key)
  const node = nodeOf(execution, key)
  if (goOnWithTask(execution, key)) return
  if (state === 'ACTIVATING') execution.attempt(key, () => enter(execution, node, key))
  if (state === 'COMPLETING') execution.attempt(key, () => leave(execution, node, key))
}

/** Enters the process itself; `by` says who called it, or which event started it. */
export function activateProcess(execution: Execution, by?: Extract<Step, { do: 'begin' | 'start' }>): void {
  const { processInstanceKey } = execution.state
  const { root } = execution.process
  transition(
    execution,
    root,
    processInstanceKey,
    'ELEMENT_ACTIVATING',
    undefined,
    by?.do === 'begin' ? callerOf(by) : {},
  )
  if (by?.do === 'start') noteStart(execution, by)
  execution.attempt(processInstanceKey, () => enter(execution, root, processInstanceKey))
}

/** One more of those that run side by side. */
export function spread(execution: Execution, key: Key): void {
  if (execution.state.elements[key]?.state !== 'ACTIVATED') return
  const node = nodeOf(execution, key)
  node.element.onSpread?.(execution, node, key)
}

/** Ends an element instance and everything inside it, step by step. */
export function terminate(execution: Execution, key: Key): void {
  const instance = execution.state.elements[key]
  if (!instance) endedBefore(execution, key)
  if (!instance || instance.state === 'TERMINATING') return
  beginTermination(execution, key, false)
  dropCompensations(execution, key)
  if (terminateChildren(execution, key) || isHeldByTask(execution, nodeOf(execution, key), key)) return
  const end = (called: Key) => execution.schedule({ do: 'terminate', key: called })
  if (!terminateCalled(execution, key, end)) endTermination(execution, key)
}

/** The same within this step: each begins to end, youngest first; then they have ended, in the opposite order. */
export function terminateAtOnce(execution: Execution, key: Key): void {
  const ends: (() => void)[] = []
  const begin = (inner: Key): void => {
    if ((execution.state.elements[inner]?.state ?? 'TERMINATING') === 'TERMINATING') return
    beginTermination(execution, inner, true)
    const children = childrenOf(execution, inner)
    for (const child of [...children].reverse()) begin(child)
    if (children.length > 0 || isHeldByTask(execution, nodeOf(execution, inner), inner)) return
    const { processInstanceKey } = execution.state
    if (!terminateCalled(execution, inner, begin))
      ends.push(() => execution.within(processInstanceKey, () => endTermination(execution, inner)))
  }
  begin(key)
  for (const end of ends.reverse()) end()
}

/** It stops what it does and waits for. */
function beginTermination(execution: Execution, key: Key, isAtOnce: boolean): void {
  const node = nodeOf(execution, key)
  transition(execution, node, key, 'ELEMENT_TERMINATING', execution.element(key).flowScopeKey)
  if (node.listeners) cancelJobOf(execution, key)
  node.element.onTerminate?.(execution, node, key, isAtOnce)
  unsubscribe(execution, key)
  resolveIncidentsOf(execution, key)
}

/** It was to end, but had already ended by itself: if it is what an ending call activity waits for, that ends now. */
function endedBefore(execution: Execution, key: Key): void {
  if (key !== execution.state.processInstanceKey) return
  inCaller(execution, caller => {
    if (execution.state.elements[caller]?.state === 'TERMINATING') endTermination(execution, caller)
  })
}

function mayBegin(execution: Execution, node: ExecutableNode, scopeKey: Key): boolean {
  return isOpenTo(execution, node, scopeKey) && (!node.joins || mayJoin(execution, node, scopeKey))
}

/** A scope that is being ended, or was interrupted by something else, lets nothing inside begin or complete. */
function isOpenTo(execution: Execution, { eventStart }: ExecutableNode, scopeKey: Key): boolean {
  const scope = execution.state.elements[scopeKey]
  return scope?.state === 'ACTIVATED' && (scope.interruptedBy === undefined || scope.interruptedBy === eventStart?.id)
}

function checkBudget(execution: Execution, { id }: ExecutableNode): void {
  if (execution.stepsTaken <= STEPS_WITHOUT_WAIT) return
  throw new Failure(
    'STEP_LIMIT_EXCEEDED',
    `Expected the instance to wait within ${STEPS_WITHOUT_WAIT} steps, but at '${id}' it had not. Is there a loop without a task or event?`,
  )
}

function enter(execution: Execution, node: ExecutableNode, key: Key): void {
  if (!node.element.route) {
    node.element.onEnter?.(execution, node, key)
    applyInputMappings(execution, node, key)
    execution.keep()
  }
  if (!callListener(execution, node, key, 'START')) begin(execution, node, key)
}

/** A listener is done: the next one's turn, or the element goes on. */
export function afterListener(execution: Execution, key: Key, event: 'START' | 'END'): void {
  const node = nodeOf(execution, key)
  const goOn = event === 'START' ? begin : finish
  execution.attempt(key, () => {
    if (!callListener(execution, node, key, event)) goOn(execution, node, key)
  })
}

/** Nothing has to be waited for any more: the element does what it is for. */
function begin(execution: Execution, node: ExecutableNode, key: Key): void {
  const { element } = node
  const { flowScopeKey } = execution.element(key)
  if (element.route) {
    pass(execution, node, key, element.route(execution, node, key))
    return
  }
  const waits = typeof element.waits === 'function' ? element.waits(node) : element.waits
  // Nothing can happen on the border of what does not wait.
  if (waits && !element.opensEventsAtStart) subscribeToBoundaryEvents(execution, node, key)
  const afterActivation = element.onActivate?.(execution, node, key)
  const called = element.calls ? { calledInstanceKey: execution.nextKey() } : undefined
  transition(execution, node, key, 'ELEMENT_ACTIVATED', flowScopeKey, called)
  afterActivation?.()
  if (!waits) execution.schedule({ do: 'complete', key })
}

/** A gateway is entered and left at once. */
function pass(execution: Execution, node: ExecutableNode, key: Key, flows: ExecutableFlow[]): void {
  const { flowScopeKey } = execution.element(key)
  for (const intent of ['ELEMENT_ACTIVATED', 'ELEMENT_COMPLETING', 'ELEMENT_COMPLETED'] as const)
    transition(execution, node, key, intent, flowScopeKey)
  take(execution, flows, flowScopeKey!)
}

/** Leaves an element instance that has done what it is for. */
export function complete(execution: Execution, key: Key): void {
  const instance = execution.state.elements[key]
  if (instance?.state !== 'ACTIVATED') return
  const node = nodeOf(execution, key)
  if (instance.flowScopeKey !== undefined && !isOpenTo(execution, node, instance.flowScopeKey)) return
  transition(execution, node, key, 'ELEMENT_COMPLETING', instance.flowScopeKey)
  execution.attempt(key, () => leave(execution, node, key))
}

function leave(execution: Execution, node: ExecutableNode, key: Key): void {
  applyOutputMappings(execution, node, key)
  if (node.listeners?.END) {
    forget(execution, key)
    unsubscribe(execution, key)
    execution.keep()
  }
  if (!callListener(execution, node, key, 'END')) finish(execution, node, key)
}

/** The element is done, and so are its listeners. */
function finish(execution: Execution, node: ExecutableNode, key: Key): void {
  const { flowScopeKey, event } = execution.element(key)
  node.element.onComplete?.(execution, node, key)
  unsubscribe(execution, key)
  if (flowScopeKey === undefined) dropCompensations(execution, key)
  else keepForCompensation(execution, node, key)
  const around = flowScopeKey === undefined ? undefined : nodeOf(execution, flowScopeKey)
  const isSatisfied = around && tellScope(execution, around, flowScopeKey!, key)
  if (flowScopeKey === undefined) handOver(execution)
  transition(execution, node, key, 'ELEMENT_COMPLETED', flowScopeKey)
  if (flowScopeKey === undefined) {
    startNext(execution)
    return
  }
  const isInner = around?.type === 'MULTI_INSTANCE_BODY'
  if (!isInner && interruptAfter(execution, node, flowScopeKey)) return
  if (node.isForCompensation && completeHandler(execution, key)) return
  if (around?.element.afterChildCompletes)
    around.element.afterChildCompletes(execution, around, flowScopeKey, isSatisfied)
  else if (node.element.afterComplete) node.element.afterComplete(execution, node, flowScopeKey, event)
  else if (node.linksTo !== undefined) execution.schedule({ do: 'activate', elementId: node.linksTo, flowScopeKey })
  else take(execution, node.outgoing, flowScopeKey)
}

/** The scope may have something to say before what is inside completes. What the element has left behind stays, even if that fails. */
function tellScope(execution: Execution, around: ExecutableNode, scopeKey: Key, key: Key): boolean | undefined {
  if (!around.element.beforeChildCompletes) return undefined
  forget(execution, key)
  execution.keep()
  return around.element.beforeChildCompletes(execution, around, scopeKey, key)
}

function take(execution: Execution, flows: ExecutableFlow[], flowScopeKey: Key): void {
  for (const { id, targetId, waitsAt } of flows) {
    execution.emit({
      valueType: 'PROCESS_INSTANCE',
      intent: 'SEQUENCE_FLOW_TAKEN',
      key: execution.nextKey(),
      value: {
        elementId: id,
        bpmnElementType: 'SEQUENCE_FLOW',
        flowScopeKey,
        ...(waitsAt !== undefined && { waitsAt }),
      },
    })
    execution.schedule({ do: 'activate', elementId: targetId, flowScopeKey })
  }
  if (flows.length === 0) completeIfDone(execution, flowScopeKey)
}
