import { subscribeToScopeEvents } from '../behaviors/event-subscriptions.ts'
import { nodeOf } from '../behaviors/nodes.ts'
import { setLocalVariables } from '../behaviors/variables.ts'
import { defineElement } from './element.ts'

/** Where a scope begins; from here on the event sub-processes around it may start. */
export const startEvent = defineElement({
  type: 'START_EVENT',
  mergesFrom: () => 'flow',
  // The data of an event that started a process is its start event's own until it completes.
  onActivate(execution, { scopeId }, key) {
    const variables = execution.element(key).event?.variables
    if (variables && scopeId === execution.process.root.id) return () => setLocalVariables(execution, key, variables)
  },
  onComplete(execution, _node, key) {
    const scopeKey = execution.element(key).flowScopeKey!
    const scope = nodeOf(execution, scopeKey)
    subscribeToScopeEvents(execution, scope, scopeKey)
  },
})
