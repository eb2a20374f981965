import { subscribeToOwnAndBoundaryEvents } from '../behaviors/event-subscriptions.ts'
import { defineElement } from './element.ts'

/** Waits for a message. */
export const receiveTask = defineElement({
  type: 'RECEIVE_TASK',
  waits: true,
  // It opens them itself: a message for it comes before those for its border.
  opensEventsAtStart: true,
  onActivate: subscribeToOwnAndBoundaryEvents,
})
