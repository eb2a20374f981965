import { subscribeToAwaitedEvents } from '../behaviors/event-subscriptions.ts'
import { defineElement } from './element.ts'

/** Waits for whichever of the events behind it happens first; that one is entered with its data, the others are waited for no more. */
export const eventBasedGateway = defineElement({
  type: 'EVENT_BASED_GATEWAY',
  waits: true,
  // What the event brought is the event's to merge.
  mergesFrom: () => 'none',
  onActivate: subscribeToAwaitedEvents,
  afterComplete: (execution, _node, flowScopeKey, event) =>
    execution.takeNow({ do: 'activate', elementId: event!.elementId, flowScopeKey, event: event! }),
})
