import { compensation } from './compensation.ts'
import { conditional } from './conditional.ts'
import { error } from './error.ts'
import { escalation } from './escalation.ts'
import type { EventDefinition } from './event-definition.ts'
import { link } from './link.ts'
import { message } from './message.ts'
import { signal } from './signal.ts'
import { terminate } from './terminate.ts'
import { timer } from './timer.ts'

/** Every kind of event the engine knows, by its name in BPMN. A new one is one file and one line. */
export const eventDefinitionsByType: Record<string, EventDefinition> = {
  'bpmn:TimerEventDefinition': timer,
  'bpmn:MessageEventDefinition': message,
  'bpmn:SignalEventDefinition': signal,
  'bpmn:ErrorEventDefinition': error,
  'bpmn:EscalationEventDefinition': escalation,
  'bpmn:LinkEventDefinition': link,
  'bpmn:TerminateEventDefinition': terminate,
  'bpmn:CompensateEventDefinition': compensation,
  'bpmn:ConditionalEventDefinition': conditional,
}

export const eventDefinitions: EventDefinition[] = Object.values(eventDefinitionsByType)
