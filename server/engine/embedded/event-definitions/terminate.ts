import { defineEvent } from './event-definition.ts'

/** Ends everything else in its scope; what that means is told in elements/end-event.ts. */
export const terminate = defineEvent({ name: 'TERMINATE', places: ['end'] })
