import { Failure } from '../../protocol/errors.ts'
import { evaluateBoolean } from '../behaviors/expressions.ts'
import { defineElement } from './element.ts'

/** Takes the first flow whose condition holds, from the last in the file; else the default flow. */
export const exclusiveGateway = defineElement({
  type: 'EXCLUSIVE_GATEWAY',
  route(execution, { outgoing }, key) {
    const conditional = outgoing.filter(flow => flow.condition && !flow.isDefault)
    if (conditional.length === 0 && outgoing.length <= 1) return outgoing
    const chosen =
      conditional.find(flow => evaluateBoolean(execution, flow.condition!, key)) ??
      outgoing.find(flow => flow.isDefault)
    if (chosen) return [chosen]
    throw new Failure(
      'CONDITION_ERROR',
      'Expected at least one condition to evaluate to true, or to have a default flow',
    )
  },
})
