import { CommandRejected } from '../../protocol/errors.ts'
import { decideBy, evaluationRecord } from '../behaviors/decisions.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Asks a decision outside any process; a failing evaluation is an answer, not a rejection. */
export const evaluateDecision: CommandProcessor<'EVALUATE_DECISION'> = (
  execution,
  { decisionId, decisionKey, variables = {} },
) => {
  const { store } = execution.world
  const row =
    decisionKey === undefined ? store.latestDecision(decisionId ?? '') : store.find('decision', { decisionKey })
  if (!row) throw unknown(decisionId, decisionKey)
  const result = decideBy(execution, row, name => (Object.hasOwn(variables, name) ? variables[name] : undefined))
  execution.emitShared(evaluationRecord(execution, row, result))
  const { decisionRequirementsId, decisionRequirementsKey } = row
  return {
    decisionOutput: result.output,
    decisionRequirementsId,
    decisionRequirementsKey,
    ...(result.failure && { failure: { ...result.failure } }),
  }
}

function unknown(decisionId: string | undefined, decisionKey: string | undefined): CommandRejected {
  const asked =
    decisionKey === undefined
      ? `decision '${decisionId}', but no decision found for id '${decisionId}'`
      : `decision with key '${decisionKey}', but no decision found for key '${decisionKey}'`
  return new CommandRejected('NOT_FOUND', `Expected to evaluate ${asked}`)
}
