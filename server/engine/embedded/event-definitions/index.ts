import { compensation } from './compensation.ts'
import { error } from './error.ts'
import type { EventDefinition } from './event-definition.ts'
import { message } from './message.ts'
import { terminate } from './terminate.ts'
import { timer } from './timer.ts'

/** Every kind of event the engine knows, by its name in BPMN. A new one is one file and one line. */
export const eventDefinitionsByType: Record<string, EventDefinition> = {
  'bpmn:TimerEventDefinition': timer,
  'bpmn:MessageEventDefinition': message,
  'bpmn:ErrorEventDefinition': error,
  'bpmn:TerminateEventDefinition': terminate,
  'bpmn:CompensateEventDefinition': compensation,
}

export const eventDefinitions: EventDefinition[] = Object.values(eventDefinitionsByType)
