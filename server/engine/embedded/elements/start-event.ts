import { subscribeToBoundaryEvents, subscribeToEventSubProcesses } from '../behaviors/event-subscriptions.ts'
import { nodeOf } from '../behaviors/lifecycle.ts'
import { defineElement } from './element.ts'

/** Where a scope begins; from here on the event sub-processes around it may start. */
export const startEvent = defineElement({
  type: 'START_EVENT',
  mergesFrom: () => 'flow',
  onComplete(execution, { eventType }, key) {
    if (eventType !== undefined) return
    const scopeKey = execution.element(key).flowScopeKey!
    const scope = nodeOf(execution, scopeKey)
    subscribeToBoundaryEvents(execution, scope, scopeKey)
    subscribeToEventSubProcesses(execution, scope, scopeKey)
  },
})
