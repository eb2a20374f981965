import { CommandRejected } from '../../protocol/errors.ts'
import { callTree } from '../behaviors/call-tree.ts'
import type { CommandProcessor } from './command-processor.ts'
import { enterRootInstance } from './enter-root-instance.ts'

/** Lets a suspended or banned instance go on, with those it called: what fell due meanwhile happens now, kept messages reach it, and conditions are looked at. */
export const resumeProcessInstance: CommandProcessor<'RESUME_PROCESS_INSTANCE'> = (execution, command) => {
  const { processInstanceKey } = command
  enterRootInstance(execution, processInstanceKey, 'resume')
  const held = callTree(execution, processInstanceKey).filter(
    key => execution.enter(key) && execution.state.hold !== undefined,
  )
  if (held.length === 0)
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected to resume process instance with key '${processInstanceKey}', but it is not suspended`,
    )
  for (const key of held) {
    execution.enter(key)
    execution.emit({ valueType: 'PROCESS_INSTANCE_SUSPENSION', intent: 'RESUMED', key, value: {} })
    execution.takeUp()
    for (const subscription of Object.keys(execution.state.subscriptions))
      execution.schedule({ do: 'correlate', key: subscription })
  }
  return {}
}
