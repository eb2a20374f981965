import { subscribeToOwnEvent } from '../behaviors/event-subscriptions.ts'
import { setLocalVariables } from '../behaviors/variables.ts'
import { defineElement } from './element.ts'

/** Waits for its event; behind an event-based gateway it is entered when the event has happened. What kind of event is the business of event-definitions/. */
export const intermediateCatchEvent = defineElement({
  type: 'INTERMEDIATE_CATCH_EVENT',
  waits: ({ isBehindGateway }) => !isBehindGateway,
  mapsInputs: ({ isBehindGateway }) => !isBehindGateway,
  mergesFrom: ({ isBehindGateway }) => (isBehindGateway ? 'flow' : 'own'),
  onActivate(execution, node, key) {
    if (!node.isBehindGateway) return subscribeToOwnEvent(execution, node, key)
    const variables = execution.element(key).event?.variables
    return variables && (() => setLocalVariables(execution, key, variables))
  },
})
