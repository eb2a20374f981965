import type { CommandResult, Outcome } from '../process-engine.ts'
import type { DecisionEvaluationValue, Key } from '../protocol/records.ts'

/** What an evaluation came to, as its record tells it, and the requirements the decision belongs to. */
export function evaluated({ result, outcome }: { result: CommandResult; outcome: Outcome }): {
  evaluationKey: Key
  value: DecisionEvaluationValue
  requirements: { decisionRequirementsId: string; decisionRequirementsKey: Key }
} {
  for (const { records } of outcome.segments)
    for (const record of records)
      if (record.valueType === 'DECISION_EVALUATION')
        return {
          evaluationKey: record.key,
          value: record.value,
          requirements: {
            decisionRequirementsId: String(result.decisionRequirementsId ?? ''),
            decisionRequirementsKey: String(result.decisionRequirementsKey ?? '0'),
          },
        }
  throw new Error('Expected the record of an evaluation, found none')
}
