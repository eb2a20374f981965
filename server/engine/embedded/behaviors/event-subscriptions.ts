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
  for (const node of boundaryEvents)
    node.event!.kind.subscribe?.(execution, { node, key, scopeKey }, node.event!.definition)
}

/** Begins to wait for the events that start the event sub-processes of a scope. */
export function subscribeToEventSubProcesses(
  execution: Execution,
  { eventSubProcesses }: ExecutableNode,
  key: Key,
): void {
  for (const { eventStart: node } of eventSubProcesses)
    node!.event!.kind.subscribe?.(execution, { node: node!, key, scopeKey: key }, node!.event!.definition)
}

/** Waits for an event in its own name. */
export function subscribeToOwnEvent(execution: Execution, node: ExecutableNode, key: Key): void {
  node.event!.kind.subscribe?.(execution, { node, key, scopeKey: key }, node.event!.definition)
}

/** Stops whatever the element instance waits for. */
export function unsubscribe(execution: Execution, key: Key): void {
  for (const { unsubscribe } of eventDefinitions) unsubscribe?.(execution, key)
}
