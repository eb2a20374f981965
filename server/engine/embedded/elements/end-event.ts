import { terminateChildren } from '../behaviors/children.ts'
import { completeIfDone } from '../behaviors/scopes.ts'
import { type ThrowEventDefinition, throwing } from '../behaviors/throw-events.ts'
import { defineElement } from './element.ts'

/** Where a path ends: quietly, by throwing something, with a message (a job), or with everything else in its scope. */
export const endEvent = defineElement<ThrowEventDefinition>({
  type: 'END_EVENT',
  ...throwing,

  afterComplete(execution, { eventType }, scopeKey) {
    if (eventType !== 'TERMINATE') return completeIfDone(execution, scopeKey)
    if (!terminateChildren(execution, scopeKey)) completeIfDone(execution, scopeKey)
  },
})
