import { CommandRejected } from '../../protocol/errors.ts'
import type { Key } from '../../protocol/records.ts'
import { type AdHocDefinition, instruct, refuseUnknownElements } from '../behaviors/ad-hoc.ts'
import { nodeOf } from '../behaviors/nodes.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import type { CommandProcessor } from './command-processor.ts'
import { enterElementInstance } from './find-target.ts'

/** Begins elements inside an ad-hoc sub-process. */
export const activateAdHocElements: CommandProcessor<'ACTIVATE_AD_HOC_ELEMENTS'> = (execution, command) => {
  const { adHocSubProcessInstanceKey: key, elements, cancelRemainingInstances = false } = command
  const node = enterAdHocSubProcess(execution, key)
  refuseUnknownElements(node, key, elements)
  instruct(execution, node.id, key, {
    adHocSubProcessInstanceKey: key,
    activateElements: elements,
    cancelRemainingInstances,
    completionConditionFulfilled: false,
  })
  return {}
}

function enterAdHocSubProcess(execution: Execution, key: Key): ExecutableNode<AdHocDefinition> {
  const isAlive = enterElementInstance(execution, key)
  if (!isAlive || execution.state.elements[key]?.type !== 'AD_HOC_SUB_PROCESS')
    throw new CommandRejected(
      'NOT_FOUND',
      `Expected to activate activities for ad-hoc sub-process but no ad-hoc sub-process instance found with key '${key}'.`,
    )
  const { state, interruptedBy } = execution.element(key)
  if (state !== 'ACTIVATED' || interruptedBy !== undefined)
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected to activate activities for ad-hoc sub-process with key '${key}', but it is not active.`,
    )
  return nodeOf(execution, key) as ExecutableNode<AdHocDefinition>
}
