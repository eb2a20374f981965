import { Failure } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import type { ExecutableFlow, ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { evaluateBoolean } from './expressions.ts'

/** The flows out of a gateway whose conditions hold, last in the file first and no more than `most`; else the default flow. @throws Failure when there is none. */
export function flowsThatHold(
  execution: Execution,
  { outgoing }: ExecutableNode,
  key: Key,
  most = Number.POSITIVE_INFINITY,
): ExecutableFlow[] {
  const conditional = outgoing.filter(flow => flow.condition && !flow.isDefault)
  if (conditional.length === 0 && outgoing.length <= 1) return outgoing
  const chosen: ExecutableFlow[] = []
  for (const flow of conditional)
    if (chosen.length < most && evaluateBoolean(execution, flow.condition!, key)) chosen.push(flow)
  if (chosen.length > 0) return chosen
  const otherwise = outgoing.filter(flow => flow.isDefault)
  if (otherwise.length > 0) return otherwise
  throw new Failure('CONDITION_ERROR', 'Expected at least one condition to evaluate to true, or to have a default flow')
}
