/**
 * Where in a case something is: an element of the procedure itself, or of one that it called, behind the calls that led there
 * (`<call activity>#<how many-th call>:<called procedure>/<element>`). The same place in two versions is the same text.
 */
export type Place = string

/** One call on the way to a place. */
export interface CallOnTheWay {
  elementId: string
  processId: string
}

const CALL = /([^/#]+)#\d+:([^/]+)\//g

/** The calls that lead to a place, outermost first. */
export const callsTo = (place: Place): CallOnTheWay[] =>
  [...place.matchAll(CALL)].map(([, elementId = '', processId = '']) => ({ elementId, processId }))

/** The element itself. */
export const elementAt = (place: Place): string => place.slice(place.lastIndexOf('/') + 1)

/** The same place whichever call of several led there. */
export const anyCallTo = (place: Place): Place => place.replaceAll(/#\d+:/g, '#1:')
