import type { Key } from '../../protocol/records.ts'
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

/** Begins to wait for the events that start the event sub-processes of a scope. */
export function subscribeToEventSubProcesses(
  execution: Execution,
  { eventSubProcesses }: Pick<ExecutableNode, 'eventSubProcesses'>,
  key: Key,
): void {
  if (eventSubProcesses.length === 0) return
  const starts = eventSubProcesses.map(({ eventStart }) => eventStart!)
  subscribe(execution, starts, key, key)
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

/** Stops whatever the element instance waits for. */
export function unsubscribe(execution: Execution, key: Key): void {
  for (const { unsubscribe } of eventDefinitions) unsubscribe?.(execution, key)
}

/** Zeebe subscribes to all messages first, then to timers, then to signals; within a kind as the events are listed. */
const KINDS = ['MESSAGE', 'TIMER', 'SIGNAL', 'CONDITIONAL']

function subscribe(execution: Execution, events: ExecutableNode[], key: Key, scopeKey: Key): void {
  const rank = ({ eventType }: ExecutableNode) => KINDS.indexOf(eventType ?? '')
  const ordered = events.length < 2 ? events : [...events].sort((left, right) => rank(left) - rank(right))
  for (const node of ordered) node.event!.kind.subscribe?.(execution, { node, key, scopeKey }, node.event!.definition)
}
