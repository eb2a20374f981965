import { elementOf, textOf } from '../../../bpmn/index.ts'
import { type Expression, readOptionalExpression } from '../expression.ts'
import { defineEvent } from './event-definition.ts'

export interface EscalationDefinition {
  /** Absent on catch events that catch every code. */
  code?: Expression
}

/** Somebody further out should know. Nothing is waited for: the one who throws looks for the catcher (behaviors/escalations.ts). */
export const escalation = defineEvent<EscalationDefinition>({
  name: 'ESCALATION',
  places: ['boundary', 'event-sub-process', 'end', 'throw'],
  read: definition => {
    const code = readOptionalExpression(textOf(elementOf(definition, 'escalationRef'), 'escalationCode'))
    return code ? { code } : {}
  },
})
