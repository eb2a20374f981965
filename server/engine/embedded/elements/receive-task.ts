import { subscribeToOwnEvent } from '../behaviors/event-subscriptions.ts'
import { defineElement } from './element.ts'

/** Waits for a message. */
export const receiveTask = defineElement({
  type: 'RECEIVE_TASK',
  waits: true,
  onActivate: subscribeToOwnEvent,
})
