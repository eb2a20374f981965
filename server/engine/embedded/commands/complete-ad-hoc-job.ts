import type { CommandResult } from '../../process-engine.ts'
import type { Command } from '../../protocol/commands.ts'
import { CommandRejected } from '../../protocol/errors.ts'
import { type AdHocDefinition, instruct, refuseUnknownElements } from '../behaviors/ad-hoc.ts'
import { nodeOf } from '../behaviors/nodes.ts'
import { mergeVariables } from '../behaviors/variables.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { Job } from '../state/instance-state.ts'
import { given } from '../state/variables.ts'

/** A worker has decided what happens next in an ad-hoc sub-process: what begins, what ends, whether it is enough. */
export function completeAdHocJob(execution: Execution, job: Job, command: Command<'COMPLETE_JOB'>): CommandResult {
  const { type, jobKind, elementId, elementInstanceKey: key, retries } = job
  const { jobKey, variables = {}, result = {} } = command
  const { activateElements = [], completionConditionFulfilled = false, cancelRemainingInstances = false } = result
  const node = nodeOf(execution, key) as ExecutableNode<AdHocDefinition>
  if (execution.element(key).interruptedBy !== undefined)
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected to complete job with key '${jobKey}', but ad-hoc sub-process '${elementId}' was interrupted by an event`,
    )
  refuseUnknownElements(node, key, activateElements)
  if (completionConditionFulfilled && activateElements.length > 0)
    throw new CommandRejected(
      'INVALID_ARGUMENT',
      `Expected to complete ad-hoc sub-process with key '${key}' or to activate elements in it, but both were asked for.`,
    )
  const told = { activateElements, completionConditionFulfilled, cancelRemainingInstances }
  execution.emit({
    valueType: 'JOB',
    intent: 'COMPLETED',
    key: jobKey,
    value: {
      type,
      ...(jobKind && { jobKind }),
      elementId,
      elementInstanceKey: key,
      retries,
      ...given(variables),
      result: { type: 'AD_HOC_SUB_PROCESS', ...told },
    },
  })
  mergeVariables(execution, key, variables)
  instruct(execution, node.id, key, { adHocSubProcessInstanceKey: key, ...told })
  return {}
}
