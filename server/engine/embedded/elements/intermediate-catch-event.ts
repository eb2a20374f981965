import { subscribeToOwnEvent } from '../behaviors/event-subscriptions.ts'
import { defineElement } from './element.ts'

/** Waits for its event. What kind of event is the business of event-definitions/. */
export const intermediateCatchEvent = defineElement({
  type: 'INTERMEDIATE_CATCH_EVENT',
  waits: true,
  onActivate: subscribeToOwnEvent,
})
