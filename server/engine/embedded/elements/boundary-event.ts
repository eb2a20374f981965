import { setLocalVariables } from '../behaviors/variables.ts'
import { defineElement } from './element.ts'

/** Follows what happened on the border of an activity; what the event brought is its own until it completes. */
export const boundaryEvent = defineElement({
  type: 'BOUNDARY_EVENT',
  mergesFrom: ({ eventType }) => (eventType === 'ERROR' ? 'none' : 'flow'),
  onActivate(execution, _node, key) {
    const variables = execution.element(key).event?.variables
    return variables && (() => setLocalVariables(execution, key, variables))
  },
})
