import { type ThrowEventDefinition, throwing } from '../behaviors/throw-events.ts'
import { defineElement } from './element.ts'

/** Throws something on the way (or nothing), and passes; a message event has a job send the message first. */
export const intermediateThrowEvent = defineElement<ThrowEventDefinition>({
  type: 'INTERMEDIATE_THROW_EVENT',
  ...throwing,
})
