import { elementOf, textOf } from '../../../bpmn/index.ts'
import { type Expression, readOptionalExpression } from '../expression.ts'
import { defineEvent } from './event-definition.ts'

export interface ErrorDefinition {
  /** Absent on catch events that catch every code. */
  code?: Expression
}

/** The business said no. Nothing is waited for: the one who throws looks for the catcher (behaviors/errors.ts). */
export const error = defineEvent<ErrorDefinition>({
  name: 'ERROR',
  places: ['boundary', 'event-sub-process', 'end'],
  read: definition => {
    const code = readOptionalExpression(textOf(elementOf(definition, 'errorRef'), 'errorCode'))
    return code ? { code } : {}
  },
})
