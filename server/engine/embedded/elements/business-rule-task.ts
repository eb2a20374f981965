import { extensionOf, textOf } from '../../../bpmn/index.ts'
import { Failure } from '../../protocol/errors.ts'
import { type Binding, calledDecision, readBinding } from '../behaviors/bindings.ts'
import { decideBy, evaluationRecord } from '../behaviors/decisions.ts'
import { evaluateName } from '../behaviors/expressions.ts'
import { cancelJobOf, createJob, type JobDefinition, readJob } from '../behaviors/jobs.ts'
import { remember } from '../behaviors/triggers.ts'
import { type Expression, readExpression } from '../expression.ts'
import { findVariable } from '../state/variables.ts'
import { defineElement } from './element.ts'

interface BusinessRuleTaskDefinition {
  job?: JobDefinition
  decisionId?: Expression
  binding: Binding
  resultVariable: string
}

/** Puts a decision's result into a variable, or leaves the work to a job worker. */
export const businessRuleTask = defineElement<BusinessRuleTaskDefinition>({
  type: 'BUSINESS_RULE_TASK',
  waits: ({ definition }) => definition.job !== undefined,

  read({ source }) {
    const called = extensionOf(source, 'zeebe:CalledDecision')
    const job = readJob(source)
    return {
      ...(job && { job }),
      ...(called && { decisionId: readExpression(textOf(called, 'decisionId') ?? '') }),
      binding: readBinding(called),
      resultVariable: textOf(called, 'resultVariable') ?? '',
    }
  },

  names: ({ decisionId: id, binding }) => id && { kind: 'decision', id, binding },

  onActivate(execution, { id: elementId, definition: { job, decisionId, binding, resultVariable } }, key) {
    if (job) return createJob(execution, job, key)
    const id = evaluateName(execution, decisionId!, key)
    const row = calledDecision(execution, id, binding)
    const result = decideBy(execution, row, name => findVariable(execution.state, key, name)?.value)
    execution.emit(evaluationRecord(execution, row, result, { elementId, elementInstanceKey: key }))
    execution.keep()
    if (result.failure) throw new Failure('DECISION_EVALUATION_ERROR', result.failure.message)
    remember(execution, key, { elementId, variables: { [resultVariable]: result.output } })
  },

  onTerminate: (execution, _node, key) => cancelJobOf(execution, key),
})
