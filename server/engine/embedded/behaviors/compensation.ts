import type { CompensationSubscriptionValue, Key } from '../../protocol/records.ts'
import type { CompensationDefinition } from '../event-definitions/compensation.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { nodeOf } from './nodes.ts'
import { transition } from './transition.ts'

type Subscription = CompensationSubscriptionValue & { key: Key }
type Thrower = Pick<ExecutableNode, 'id' | 'event'>

/** An activity is done. If a handler can undo it, or something inside it, that is kept until it is compensated or its scope ends (ENGINE X6). */
export function keepForCompensation(execution: Execution, node: ExecutableNode, key: Key): void {
  const { flowScopeKey } = execution.element(key)
  const { compensation } = node
  if (!compensation && inside(execution, [key]).length === 0) return
  execution.emit({
    valueType: 'COMPENSATION_SUBSCRIPTION',
    intent: 'CREATED',
    key: execution.nextKey(),
    value: {
      compensableActivityId: node.id,
      compensableActivityInstanceKey: key,
      compensableActivityScopeKey: flowScopeKey!,
      ...(compensation && { compensationHandlerId: compensation.handlerId }),
    },
  })
}

/** The scope has ended: what was done inside it is not undone any more. */
export function dropCompensations(execution: Execution, scopeKey: Key): void {
  const isWhole = scopeKey === execution.state.processInstanceKey
  for (const subscription of isWhole ? all(execution) : below(execution, [scopeKey]))
    tell(execution, 'DELETED', subscription)
}

/**
 * Undoes what was done in the scope of a throwing event, oldest first and all at once; in an event sub-process also what was done around it. The event
 * waits for the handlers, and completes at once when there is nothing to undo.
 */
export function compensate(execution: Execution, node: Thrower, key: Key): void {
  const { activityId } = node.event!.definition as CompensationDefinition
  const due = inside(execution, scopesOf(execution, key)).filter(
    ({ compensableActivityId }) => activityId === undefined || compensableActivityId === activityId,
  )
  for (const subscription of due) undo(execution, subscription, node, key)
  if (due.length === 0) execution.schedule({ do: 'complete', key })
}

/** A handler is done; with the last one the throwing event goes on. Answers whether the element instance was a handler at work. */
export function completeHandler(execution: Execution, key: Key): boolean {
  const done = all(execution).find(({ compensationHandlerInstanceKey }) => compensationHandlerInstanceKey === key)
  if (!done) return false
  tell(execution, 'COMPLETED', done)
  completeAround(execution, done)
  if (all(execution).some(({ throwEventInstanceKey }) => throwEventInstanceKey === done.throwEventInstanceKey))
    return true
  execution.schedule({ do: 'complete', key: done.throwEventInstanceKey! })
  return true
}

/** A scope in which all is undone is undone itself, and so may be the one around it; one with a handler of its own waits for that. */
function completeAround(
  execution: Execution,
  { compensableActivityScopeKey, throwEventInstanceKey }: Subscription,
): void {
  const isLeft = doneIn(execution, [compensableActivityScopeKey]).some(
    inner => inner.throwEventInstanceKey === throwEventInstanceKey,
  )
  const scope = all(execution).find(
    each =>
      each.compensableActivityInstanceKey === compensableActivityScopeKey &&
      each.throwEventInstanceKey === throwEventInstanceKey,
  )
  if (isLeft || !scope || scope.compensationHandlerId !== undefined) return
  tell(execution, 'COMPLETED', scope)
  completeAround(execution, scope)
}

/** First the activity itself, then what is inside it. */
function undo(execution: Execution, subscription: Subscription, node: Thrower, throwKey: Key): void {
  const { compensableActivityId, compensableActivityInstanceKey, compensationHandlerId } = subscription
  const thrown = { throwEventId: node.id, throwEventInstanceKey: throwKey }
  if (compensationHandlerId === undefined) tell(execution, 'TRIGGERED', { ...subscription, ...thrown })
  else {
    const { flowScopeKey } = execution.element(throwKey)
    passBoundaryEvent(execution, execution.process.nodes.get(compensableActivityId)!, flowScopeKey!)
    const key = execution.nextKey()
    tell(execution, 'TRIGGERED', { ...subscription, ...thrown, compensationHandlerInstanceKey: key })
    execution.schedule({ do: 'activate', elementId: compensationHandlerId, flowScopeKey: flowScopeKey!, key })
  }
  for (const inner of inside(execution, [compensableActivityInstanceKey])) undo(execution, inner, node, throwKey)
}

function passBoundaryEvent(execution: Execution, { compensation }: ExecutableNode, flowScopeKey: Key): void {
  const boundary = execution.process.nodes.get(compensation!.boundaryId)!
  const key = execution.nextKey()
  for (const intent of ['ACTIVATING', 'ACTIVATED', 'COMPLETING', 'COMPLETED'] as const)
    transition(execution, boundary, key, `ELEMENT_${intent}`, flowScopeKey)
}

function scopesOf(execution: Execution, throwKey: Key): Key[] {
  const scopeKey = execution.element(throwKey).flowScopeKey!
  if (nodeOf(execution, scopeKey).type !== 'EVENT_SUB_PROCESS') return [scopeKey]
  return [scopeKey, execution.element(scopeKey).flowScopeKey!]
}

/** What was done directly inside these scopes and is not being undone yet, in the order in which it was done. */
function inside(execution: Execution, scopes: Key[]): Subscription[] {
  return doneIn(execution, scopes).filter(({ throwEventInstanceKey }) => throwEventInstanceKey === undefined)
}

/** The same at every depth, being undone or not. */
function below(execution: Execution, scopes: Key[]): Subscription[] {
  const found = doneIn(execution, scopes)
  if (found.length === 0) return []
  const inner = found.map(({ compensableActivityInstanceKey }) => compensableActivityInstanceKey)
  return [...found, ...below(execution, inner)]
}

/** Keys are given in order, and all have the same number of digits. */
function all(execution: Execution): Subscription[] {
  return inOrder(execution, Object.keys(execution.state.compensations))
}

function doneIn(execution: Execution, scopes: Key[]): Subscription[] {
  return inOrder(
    execution,
    scopes.flatMap(scopeKey => execution.ownedBy('compensations', scopeKey)),
  )
}

function inOrder({ state: { compensations } }: Execution, keys: Key[]): Subscription[] {
  return keys.sort().map(key => ({ key, ...compensations[key]! }))
}

function tell(
  execution: Execution,
  intent: 'TRIGGERED' | 'COMPLETED' | 'DELETED',
  { key, ...value }: Subscription,
): void {
  execution.emit({ valueType: 'COMPENSATION_SUBSCRIPTION', intent, key, value })
}
