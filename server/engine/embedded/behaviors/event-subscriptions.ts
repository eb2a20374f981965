import { Failure } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import type { EventWait } from '../event-definitions/event-definition.ts'
import { eventDefinitions } from '../event-definitions/index.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'

/** Begins to wait for the events on the border of an activity. Their expressions do not see what the activity mapped for itself. */
export function subscribeToBoundaryEvents(
  execution: Execution,
  { boundaryEvents }: Pick<ExecutableNode, 'boundaryEvents'>,
  key: Key,
): void {
  if (boundaryEvents.length === 0) return
  const scopeKey = execution.element(key).flowScopeKey!
  subscribe(execution, boundaryEvents, key, scopeKey)
}

/** Begins to wait for an activity's own event and, behind it, for those on its border. */
export function subscribeToOwnAndBoundaryEvents(execution: Execution, node: ExecutableNode, key: Key): void {
  const outer = execution.element(key).flowScopeKey!
  const border = node.boundaryEvents.map(event => ({ node: event, scopeKey: outer }))
  subscribeInOrder(execution, [{ node, scopeKey: key }, ...border], key)
}

/** Begins to wait for the events of a scope: those that start its event sub-processes, and those on its border. */
export function subscribeToScopeEvents(
  execution: Execution,
  { eventSubProcesses, boundaryEvents }: Pick<ExecutableNode, 'eventSubProcesses' | 'boundaryEvents'>,
  key: Key,
): void {
  if (eventSubProcesses.length === 0 && boundaryEvents.length === 0) return
  const { flowScopeKey = key } = execution.element(key)
  const starts = eventSubProcesses.map(({ eventStart }) => ({ node: eventStart!, scopeKey: key }))
  try {
    subscribeInOrder(execution, [...starts, ...boundaryEvents.map(node => ({ node, scopeKey: flowScopeKey }))], key)
  } catch (error) {
    // The incident is that of the start event, which opens them; what it lacks is to be set in the scope.
    if (!(error instanceof Failure)) throw error
    throw new Failure(error.errorType, error.message, error.variableScopeKey ?? key)
  }
}

/** Begins to wait for the events behind an event-based gateway. */
export function subscribeToAwaitedEvents(execution: Execution, { outgoing }: ExecutableNode, key: Key): void {
  const events = outgoing.map(({ targetId }) => execution.process.nodes.get(targetId)!)
  subscribe(execution, events, key, key)
}

/** Waits for an event in its own name. */
export function subscribeToOwnEvent(execution: Execution, node: ExecutableNode, key: Key): void {
  subscribe(execution, [node], key, key)
}

/** Stops whatever the element instance waits for, or what waits for these events. */
export function unsubscribe(execution: Execution, key: Key, isMeant?: (eventId: string) => boolean): void {
  for (const { unsubscribe } of eventDefinitions) unsubscribe?.(execution, key, isMeant)
}

/** Nothing starts an event sub-process of the scope any more; what waits on its border goes on waiting. */
export function unsubscribeFromEventSubProcesses(execution: Execution, key: Key): void {
  const isStart = (eventId: string) => execution.process.nodes.get(eventId)?.type === 'START_EVENT'
  for (const { unsubscribe } of eventDefinitions) unsubscribe?.(execution, key, isStart)
}

/** Zeebe subscribes to all messages first, then to timers, then to signals; within a kind as the events are listed. */
const KINDS = ['MESSAGE', 'TIMER', 'SIGNAL', 'CONDITIONAL']

export function subscribe(execution: Execution, events: ExecutableNode[], key: Key, scopeKey: Key): void {
  subscribeInOrder(
    execution,
    events.map(node => ({ node, scopeKey })),
    key,
  )
}

/** Nothing is waited for until everything is computed: the first that fails, as listed, is the one that is told. */
function subscribeInOrder(execution: Execution, events: Omit<EventWait, 'key'>[], key: Key): void {
  const waits = events.map(({ node, scopeKey }) => ({
    rank: KINDS.indexOf(node.eventType ?? ''),
    begin: node.event!.kind.subscribe?.(execution, { node, key, scopeKey }, node.event!.definition),
  }))
  if (waits.length > 1) waits.sort((left, right) => left.rank - right.rank)
  for (const { begin } of waits) begin?.()
}
