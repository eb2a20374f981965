import { subscribeToOwnEvent } from '../behaviors/event-subscriptions.ts'
import { setLocalVariables } from '../behaviors/variables.ts'
import { defineElement } from './element.ts'

/** Waits for its event, but a link does not: it was jumped to. Behind an event-based gateway it is entered when the event has happened. What kind of event is the business of event-definitions/. */
export const intermediateCatchEvent = defineElement({
  type: 'INTERMEDIATE_CATCH_EVENT',
  waits: ({ isBehindGateway, eventType }) => !isBehindGateway && eventType !== 'LINK',
  mapsInputs: ({ isBehindGateway }) => !isBehindGateway,
  mergesFrom: ({ isBehindGateway }) => (isBehindGateway ? 'flow' : 'own'),
  onActivate(execution, node, key) {
    if (!node.isBehindGateway) return subscribeToOwnEvent(execution, node, key)
    const variables = execution.element(key).event?.variables
    return variables && (() => setLocalVariables(execution, key, variables))
  },
})
