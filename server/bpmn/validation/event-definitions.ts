import { elementOf, type ModdleElement } from '../moddle.ts'
import { attribute } from './diagram.ts'
import { type Check, type Checks, when } from './problem.ts'

const messageEvent: Check = definition =>
  when(!isThrown(definition) && !elementOf(definition, 'messageRef'), 'Must reference a message')

const signalEvent: Check = definition => when(!elementOf(definition, 'signalRef'), 'Must reference a signal')

/** An error end event throws a code; who catches names a fixed one, or none for all. */
const errorEvent: Check = definition => {
  const error = elementOf(definition, 'errorRef')
  const code = attribute(error, 'errorCode')
  if (definition.$parent?.$type !== 'bpmn:EndEvent')
    return when(
      code?.startsWith('=') ?? false,
      'The errorCode of the error catch event is not allowed to be an expression',
    )
  return error ? when(!code, 'ErrorCode must be present and not empty') : ['Must reference an error']
}

const escalationEvent: Check = definition => {
  const escalation = elementOf(definition, 'escalationRef')
  if (isThrown(definition)) return when(!escalation, 'Must reference an escalation')
  return when(
    attribute(escalation, 'escalationCode')?.startsWith('=') ?? false,
    'The escalationCode of the escalation catch event is not allowed to be an expression',
  )
}

const timerEvent: Check = definition => {
  const given = ['timeDate', 'timeDuration', 'timeCycle'].filter(name => elementOf(definition, name) !== undefined)
  return when(given.length !== 1, 'Must be exactly one type of timer: timeDuration, timeDate or timeCycle')
}

const linkEvent: Check = definition => when(!attribute(definition, 'name'), 'Link name must be present and not empty.')

/** What an event says of itself. */
export const eventDefinitionChecks: Checks = {
  'bpmn:MessageEventDefinition': messageEvent,
  'bpmn:SignalEventDefinition': signalEvent,
  'bpmn:ErrorEventDefinition': errorEvent,
  'bpmn:EscalationEventDefinition': escalationEvent,
  'bpmn:TimerEventDefinition': timerEvent,
  'bpmn:LinkEventDefinition': linkEvent,
}

function isThrown({ $parent }: ModdleElement): boolean {
  return $parent?.$type === 'bpmn:EndEvent' || $parent?.$type === 'bpmn:IntermediateThrowEvent'
}
