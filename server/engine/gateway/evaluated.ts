import type { CommandResult, Outcome } from '../process-engine.ts'
import type { DecisionEvaluationValue, Json, Key } from '../protocol/records.ts'

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

/** One decision on the way to the result; its values are JSON text. */
export interface EvaluatedDecision {
  decisionId: string
  decisionName: string
  decisionVersion: number
  decisionType: string
  decisionOutput: string
  evaluatedInputs: { inputId: string; inputName: string; inputValue: string }[]
  matchedRules: {
    ruleId: string
    ruleIndex: number
    evaluatedOutputs: { outputId: string; outputName: string; outputValue: string }[]
  }[]
}

/** The same as the engine records it. */
interface RecordedDecision
  extends Pick<EvaluatedDecision, 'decisionId' | 'decisionName' | 'decisionVersion' | 'decisionType'> {
  decisionOutput?: Json
  evaluatedInputs?: { inputId: string; inputName: string; inputValue?: Json }[]
  matchedRules?: {
    ruleId: string
    ruleIndex: number
    evaluatedOutputs: { outputId: string; outputName: string; outputValue?: Json }[]
  }[]
}

/** How the result came about, as both protocols tell it. */
export function evaluatedDecisions({ evaluatedDecisions }: DecisionEvaluationValue): EvaluatedDecision[] {
  return (evaluatedDecisions as unknown as RecordedDecision[]).map(decision => ({
    decisionId: decision.decisionId,
    decisionName: decision.decisionName,
    decisionVersion: decision.decisionVersion,
    decisionType: decision.decisionType,
    decisionOutput: jsonOf(decision.decisionOutput),
    evaluatedInputs: (decision.evaluatedInputs ?? []).map(({ inputId, inputName, inputValue }) => ({
      inputId,
      inputName,
      inputValue: jsonOf(inputValue),
    })),
    matchedRules: (decision.matchedRules ?? []).map(({ ruleId, ruleIndex, evaluatedOutputs }) => ({
      ruleId,
      ruleIndex,
      evaluatedOutputs: evaluatedOutputs.map(({ outputId, outputName, outputValue }) => ({
        outputId,
        outputName,
        outputValue: jsonOf(outputValue),
      })),
    })),
  }))
}

function jsonOf(value: Json | undefined): string {
  return JSON.stringify(value ?? null)
}
