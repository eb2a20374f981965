import type { Key, Variables } from '../../protocol/records.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { PendingEvent } from '../state/instance-state.ts'
import { given } from '../state/variables.ts'
import { terminateChildrenAtOnce } from './children.ts'
import { unsubscribeFromEventSubProcesses } from './event-subscriptions.ts'

/** An event happens to an element instance that waits for it: it goes on, its boundary event is entered, or its event sub-process begins. */
export function trigger(execution: Execution, key: Key, eventId: string, variables?: Variables): void {
  const node = execution.process.nodes.get(eventId)!
  const event = { elementId: eventId, ...given(variables) }
  if (node.attachedToId !== undefined) triggerBoundary(execution, key, node, event)
  else if (node.type === 'START_EVENT') triggerEventSubProcess(execution, key, node, event)
  else triggerOwn(execution, key, node, event)
}

/** A condition holds: who waits for it goes on, unless something else came first. */
export function meetCondition(execution: Execution, key: Key): void {
  const value = execution.state.conditions[key]
  if (!value || !isStillWaiting(execution, value.elementInstanceKey)) return
  execution.emit({ valueType: 'CONDITION_SUBSCRIPTION', intent: 'TRIGGERED', key, value })
  trigger(execution, value.elementInstanceKey, value.elementId)
}

/** Every child of the interrupted scope has ended: what interrupted it begins. Answers whether there was one. */
export function beginInterruption(execution: Execution, scopeKey: Key): boolean {
  const { event, interruptedBy } = execution.element(scopeKey)
  if (!event || event.elementId !== interruptedBy) return false
  const value = { targetElementId: event.elementId, scopeKey }
  execution.emit({ valueType: 'PROCESS_EVENT', intent: 'TRIGGERED', key: execution.nextKey(), value })
  beginEventSubProcess(execution, scopeKey, event)
  return true
}

/** Hands what happened to the element instance, until it uses it. */
export function remember(execution: Execution, scopeKey: Key, event: PendingEvent, interrupting = false): void {
  const { elementId: targetElementId, variables } = event
  execution.emit({
    valueType: 'PROCESS_EVENT',
    intent: 'TRIGGERING',
    key: execution.nextKey(),
    value: { targetElementId, scopeKey, ...(variables && { variables }), ...(interrupting && { interrupting }) },
  })
}

/** What happened was used: it is not used again, whatever fails from here on. */
export function forget(execution: Execution, scopeKey: Key): void {
  const { event } = execution.element(scopeKey)
  if (!event) return
  const value = { targetElementId: event.elementId, scopeKey }
  execution.emit({ valueType: 'PROCESS_EVENT', intent: 'TRIGGERED', key: execution.nextKey(), value })
}

/** Whether nothing has ended the waiting of the element instance: what else it waited for comes too late. */
export function isStillWaiting(execution: Execution, key: Key): boolean {
  const instance = execution.state.elements[key]
  return instance?.state === 'ACTIVATED' && (instance.event?.elementId ?? instance.elementId) === instance.elementId
}

/** What waited goes on; an event-based gateway has to know which of its events it was. */
function triggerOwn(execution: Execution, key: Key, node: ExecutableNode, event: PendingEvent): void {
  if (node.isBehindGateway && !isStillWaiting(execution, key)) return
  if (node.isBehindGateway || event.variables) remember(execution, key, event)
  execution.schedule({ do: 'complete', key })
}

function triggerBoundary(execution: Execution, key: Key, node: ExecutableNode, event: PendingEvent): void {
  const { flowScopeKey } = execution.element(key)
  if (!node.isInterrupting) {
    execution.takeNow({ do: 'activate', elementId: node.id, flowScopeKey: flowScopeKey!, event })
    return
  }
  // What it waited for itself has come before, and completes it.
  const own = execution.element(key)
  if (own.event?.elementId !== own.elementId) remember(execution, key, event)
  execution.schedule({ do: 'terminate', key })
}

function triggerEventSubProcess(execution: Execution, scopeKey: Key, node: ExecutableNode, event: PendingEvent): void {
  if (execution.element(scopeKey).interruptedBy !== undefined) return
  if (node.isInterrupting) interrupt(execution, scopeKey, event)
  else beginEventSubProcess(execution, scopeKey, event)
}

/** Everything in the scope ends; then the event sub-process begins. */
function interrupt(execution: Execution, scopeKey: Key, event: PendingEvent): void {
  remember(execution, scopeKey, event, true)
  unsubscribeFromEventSubProcesses(execution, scopeKey)
  if (!terminateChildrenAtOnce(execution, scopeKey)) beginInterruption(execution, scopeKey)
}

function beginEventSubProcess(execution: Execution, flowScopeKey: Key, event: PendingEvent): void {
  const start = execution.process.nodes.get(event.elementId)!
  execution.schedule({ do: 'activate', elementId: start.scopeId!, flowScopeKey, event })
}
