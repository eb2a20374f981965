import { Failure } from '../../protocol/errors.ts'
import { evaluateBoolean } from '../behaviors/expressions.ts'
import { defineElement } from './element.ts'

/**
 * Takes every flow whose condition holds, last in the file first; else the default flow. As a join it waits for its incoming flows as long as
 * somebody may still come over them (behaviors/joins.ts).
 */
export const inclusiveGateway = defineElement({
  type: 'INCLUSIVE_GATEWAY',
  joins: 'whoever-comes',
  route(execution, { outgoing }, key) {
    const conditional = outgoing.filter(flow => flow.condition && !flow.isDefault)
    if (conditional.length === 0 && outgoing.length <= 1) return outgoing
    const chosen = conditional.filter(flow => evaluateBoolean(execution, flow.condition!, key))
    if (chosen.length > 0) return chosen
    const otherwise = outgoing.filter(flow => flow.isDefault)
    if (otherwise.length > 0) return otherwise
    throw new Failure(
      'CONDITION_ERROR',
      'Expected at least one condition to evaluate to true, or to have a default flow',
    )
  },
})
