import { type DecisionResult, evaluateDecision as evaluateModel } from '../../../dmn/index.ts'
import type { DecisionEvaluationValue, EngineRecord, Json } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import type { Rows } from '../store.ts'

/** Evaluates a decision; `variables` answers what its expressions see. */
export function decideBy(
  { world }: Execution,
  row: Rows['decision'],
  variables: (name: string) => Json | undefined,
): DecisionResult {
  const model = world.definitions.decisions(row)
  return evaluateModel(model, row.decisionId, { variables, now: () => world.now, zone: world.zone, hidesValues: true })
}

/** The record of an evaluation: what was asked, what came out and how (ENGINE N7). */
export function evaluationRecord(
  execution: Execution,
  { decisionId, decisionKey, decisionName, version: decisionVersion }: Rows['decision'],
  { output, evaluatedDecisions, failure }: DecisionResult,
  place: Pick<DecisionEvaluationValue, 'elementId' | 'elementInstanceKey'> = {},
): EngineRecord<'DECISION_EVALUATION'> {
  return {
    valueType: 'DECISION_EVALUATION',
    intent: failure ? 'FAILED' : 'EVALUATED',
    key: execution.nextKey(),
    value: {
      decisionId,
      decisionKey,
      decisionName,
      decisionVersion,
      ...place,
      decisionOutput: output,
      evaluatedDecisions: evaluatedDecisions.map(decision => ({
        ...decision,
        decisionVersion:
          decision.decisionId === decisionId ? decisionVersion : versionOf(execution, decision.decisionId),
      })) as unknown as Json[],
      ...(failure && { failedDecisionId: failure.decisionId, evaluationFailureMessage: failure.message }),
    },
  }
}

/** Knowledge models have no version: Zeebe writes -1. */
function versionOf({ world }: Execution, decisionId: string): number {
  return world.store.latestDecision(decisionId)?.version ?? -1
}
