import { CommandRejected } from '../../protocol/errors.ts'
import { decideBy, evaluationRecord } from '../behaviors/decisions.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Asks a decision outside any process; a failing evaluation is an answer, not a rejection. */
export const evaluateDecision: CommandProcessor<'EVALUATE_DECISION'> = (execution, { decisionId, variables = {} }) => {
  const row = execution.world.store.latestDecision(decisionId)
  if (!row)
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to evaluate decision '${decisionId}', but no decision found for id '${decisionId}'`,
    )
  const result = decideBy(execution, row, name => (Object.hasOwn(variables, name) ? variables[name] : undefined))
  execution.emitShared(evaluationRecord(execution, row, result))
  return { decisionOutput: result.output, ...(result.failure && { failure: { ...result.failure } }) }
}
