import { elementOf, isA } from '../moddle.ts'
import { eventDefinitionsOf, isEventOf } from './diagram.ts'
import { type Check, type Checks, when } from './problem.ts'
import { interruption } from './scopes.ts'

/** Which events may stand where. */
const PLACES = {
  boundary: ['Timer', 'Message', 'Error', 'Signal', 'Escalation', 'Compensate', 'Conditional'],
  catch: ['Message', 'Timer', 'Signal', 'Link', 'Conditional'],
  end: ['Error', 'Message', 'Terminate', 'Signal', 'Escalation', 'Compensate'],
  throw: ['Message', 'Signal', 'Escalation', 'Link', 'Compensate'],
} satisfies Record<string, string[]>

const boundaryEvent: Check = (event, diagram) => {
  const host = elementOf(event, 'attachedToRef')
  const definitions = eventDefinitionsOf(event)
  const hostsEscalation = isA(host, 'bpmn:SubProcess') || isA(host, 'bpmn:CallActivity')
  return [
    ...when(host === undefined, 'Must be attached to an activity'),
    ...when((diagram.nodeOf(event)?.incoming.length ?? 0) > 0, 'Cannot have incoming sequence flows'),
    ...when(definitions.length !== 1, 'Must have exactly one event definition'),
    ...misplaced('boundary', definitions, 'Boundary events must be one of: timer, message, error, signal, escalation'),
    ...when(
      isEventOf(event, 'Escalation') && !hostsEscalation,
      'An escalation boundary event should only be attached to a subprocess, or a call activity.',
    ),
    ...interruption(event, event.cancelActivity !== false),
  ]
}

const startEvent: Check = event =>
  when(eventDefinitionsOf(event).length > 1, "Start event can't have more than one type")

const endEvent: Check = (event, { nodeOf }) => {
  const definitions = eventDefinitionsOf(event)
  const kinds = 'none, error, message, terminate, signal, escalation or compensation'
  return [
    ...when(
      (nodeOf(event)?.outgoing.length ?? 0) > 0,
      'End events must not have outgoing sequence flows to other elements.',
    ),
    ...when(definitions.length > 1, 'Must have at most one event definition'),
    ...misplaced('end', definitions, `End events must be one of: ${kinds}`),
    ...waitsForCompensation(event, 'end event'),
  ]
}

const intermediateCatchEvent: Check = event => {
  const definitions = eventDefinitionsOf(event)
  const [definition] = definitions
  if (definitions.length !== 1) return ['Must have exactly one event definition']
  const kinds = 'message, timer, signal, link or conditional'
  const lacksTime = !elementOf(definition, 'timeDuration') && !elementOf(definition, 'timeDate')
  return [
    ...misplaced('catch', definitions, `Event definition must be one of: ${kinds}`),
    ...when(
      isEventOf(event, 'Timer') && lacksTime,
      'Intermediate timer catch event must have either a time duration or a time date.',
    ),
  ]
}

const intermediateThrowEvent: Check = event => [
  ...misplaced(
    'throw',
    eventDefinitionsOf(event),
    'Event definition must be one of: message, signal, escalation, link or compensation',
  ),
  ...waitsForCompensation(event, 'intermediate throwing event'),
]

/** What stands at each place where something happens. */
export const eventChecks: Checks = {
  'bpmn:BoundaryEvent': boundaryEvent,
  'bpmn:StartEvent': startEvent,
  'bpmn:EndEvent': endEvent,
  'bpmn:IntermediateCatchEvent': intermediateCatchEvent,
  'bpmn:IntermediateThrowEvent': intermediateThrowEvent,
}

function misplaced(place: keyof typeof PLACES, definitions: { $type: string }[], message: string): string[] {
  const kinds = PLACES[place].map(kind => `bpmn:${kind}EventDefinition`)
  return definitions.flatMap(({ $type }) => when(!kinds.includes($type), message))
}

function waitsForCompensation(event: Parameters<Check>[0], what: string): string[] {
  const goesOn = eventDefinitionsOf(event).some(
    ({ $type, waitForCompletion }) => $type === 'bpmn:CompensateEventDefinition' && waitForCompletion === false,
  )
  return when(goesOn, `A compensation ${what} waitForCompletion attribute must be true or not present`)
}
