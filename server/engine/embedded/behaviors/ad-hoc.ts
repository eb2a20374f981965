import { extensionOf, type FlowNode, propertiesOf, textOf } from '../../../bpmn/index.ts'
import { CommandRejected, Failure } from '../../protocol/errors.ts'
import type { AdHocInstructionValue, Json, Key, Variables } from '../../protocol/records.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { type Expression, readOptionalExpression } from '../expression.ts'
import { terminateChildrenAtOnce } from './children.ts'
import { evaluateStrings } from './expressions.ts'
import { type JobDefinition, readJob } from './jobs.ts'
import { type OutputCollection, readCondition, readOutputCollection } from './multi-instance.ts'
import { nodeOf } from './nodes.ts'
import { completeIfDone } from './scopes.ts'
import { transition } from './transition.ts'
import { setLocalVariables } from './variables.ts'

/** What an ad-hoc sub-process says about itself. */
export interface AdHocDefinition {
  /** A worker decides what is done and when it is enough; absent: the diagram or a command does. */
  job?: JobDefinition
  /** The ids of what is begun at once. */
  activeElements?: Expression
  completionCondition?: Expression
  /** Whether what is still at work ends when the condition is met; else it is waited for. */
  cancelsRest: boolean
  output?: OutputCollection
  /** What may be begun, as the variable `adHocSubProcessElements` tells it. */
  elements: ActivatableElement[]
}

/** As Zeebe tells it to workers; what is empty is left out. */
type ActivatableElement = {
  elementId: string
  elementName?: string
  documentation?: string
  properties?: Record<string, string>
}

/** What is to be begun, with variables of its own. */
export interface Activation {
  elementId: string
  variables?: Variables
}

/** The id of the scope around each thing that was begun (ENGINE H4). */
export function innerInstanceId(id: string): string {
  return `${id}#innerInstance`
}

/** Reads an ad-hoc sub-process; `inside` are the nodes directly in it. */
export function readAdHoc({ source }: FlowNode, inside: FlowNode[]): AdHocDefinition {
  const adHoc = extensionOf(source, 'zeebe:AdHoc')
  const job = readJob(source)
  const activeElements = readOptionalExpression(textOf(adHoc, 'activeElementsCollection'))
  const completionCondition = readCondition(source)
  const output = readOutputCollection(adHoc)
  return {
    ...(job && { job }),
    ...(activeElements && { activeElements }),
    ...(completionCondition && { completionCondition }),
    cancelsRest: source.cancelRemainingInstances !== false,
    ...(output && { output }),
    elements: inside.filter(mayBeActivated).map(describe),
  }
}

/** The elements that are to be begun at once. @throws Failure */
export function elementsToBegin(
  execution: Execution,
  { definition }: ExecutableNode<AdHocDefinition>,
  key: Key,
): Activation[] {
  if (!definition.activeElements) return []
  const ids = activeElements(execution, definition.activeElements, key)
  const unknown = unknownElements(definition, ids)
  if (unknown.length > 0) throw new Failure('EXTRACT_VALUE_ERROR', notThere(key, unknown))
  return ids.map(elementId => ({ elementId }))
}

/** Refuses what cannot be begun, before anything has happened. */
export function refuseUnknownElements(
  { definition }: ExecutableNode<AdHocDefinition>,
  key: Key,
  asked: Activation[],
): void {
  const unknown = unknownElements(
    definition,
    asked.map(({ elementId }) => elementId),
  )
  if (unknown.length > 0) throw new CommandRejected('NOT_FOUND', notThere(key, unknown))
}

/** Begins elements, each in a scope of its own. What follows is done when `then` has had its say. */
export function beginElements(
  execution: Execution,
  id: string,
  key: Key,
  asked: Activation[],
  then?: () => void,
): void {
  const inner = execution.process.nodes.get(innerInstanceId(id))!
  const result = (nodeOf(execution, key).definition as AdHocDefinition).output?.elementName
  const begun = asked.map(({ elementId, variables }) => {
    const flowScopeKey = execution.nextKey()
    transition(execution, inner, flowScopeKey, 'ELEMENT_ACTIVATING', key)
    transition(execution, inner, flowScopeKey, 'ELEMENT_ACTIVATED', key)
    setLocalVariables(execution, flowScopeKey, { ...(result !== undefined && { [result]: null }), ...variables })
    return { elementId, flowScopeKey }
  })
  then?.()
  for (const each of begun) execution.schedule({ do: 'activate', ...each })
}

/** Somebody outside decides what happens next: a person, a client, a worker (ENGINE H3). */
export function instruct(execution: Execution, adHocId: string, key: Key, told: AdHocInstructionValue): void {
  const isEnough = told.completionConditionFulfilled
  const rest = told.cancelRemainingInstances && terminateChildrenAtOnce(execution, key)
  const intent = isEnough ? 'COMPLETED' : 'ACTIVATED'
  // Nothing to do is nothing to tell.
  const tell = () => execution.emit({ valueType: 'AD_HOC_SUB_PROCESS_INSTRUCTION', intent, key, value: told })
  const isTold = isEnough || told.cancelRemainingInstances || told.activateElements.length > 0
  beginElements(execution, adHocId, key, told.activateElements, isTold ? tell : undefined)
  if (isEnough && !rest) completeIfDone(execution, key)
}

function activeElements(execution: Execution, expression: Expression, key: Key): string[] {
  try {
    return evaluateStrings(execution, expression, key)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure(error.errorType, `Failed to activate ad-hoc elements. ${error.message}`)
  }
}

function unknownElements({ elements }: AdHocDefinition, ids: string[]): string[] {
  return ids.filter(id => elements.every(({ elementId }) => elementId !== id))
}

function notThere(key: Key, ids: string[]): string {
  return `Expected to activate activities for ad-hoc sub-process with key '${key}', but the given elements [${ids.join(', ')}] do not exist.`
}

/** What nothing leads to, and what no event begins by itself. */
function mayBeActivated({ type, incoming, isEventSubProcess }: FlowNode): boolean {
  const isBegunByEvent = type === 'bpmn:BoundaryEvent' || type === 'bpmn:StartEvent' || isEventSubProcess
  return incoming.length === 0 && !isBegunByEvent
}

function describe({ id, name, source }: FlowNode): ActivatableElement {
  const documentation = textOf((source.documentation as { text?: string }[] | undefined)?.[0] as never, 'text')
  const properties = propertiesOf(source)
  return {
    elementId: id,
    ...(name && { elementName: name }),
    ...(documentation && { documentation }),
    ...(Object.keys(properties).length > 0 && { properties }),
  }
}

/** What the variable holds. */
export function tellElements({ elements }: AdHocDefinition): Json {
  return elements
}
