import { CommandRejected } from '../../protocol/errors.ts'
import { callTree } from '../behaviors/call-tree.ts'
import type { CommandProcessor } from './command-processor.ts'
import { enterRootInstance } from './enter-root-instance.ts'

/**
 * Stops an instance and those it called: no timer fires, no job is handed out, no message reaches it, and nobody completes its tasks.
 * Due dates stay as they are: what falls due meanwhile happens when it goes on.
 */
export const suspendProcessInstance: CommandProcessor<'SUSPEND_PROCESS_INSTANCE'> = (execution, command) => {
  const { processInstanceKey, reason } = command
  enterRootInstance(execution, processInstanceKey, 'suspend')
  const { hold } = execution.state
  if (hold !== undefined)
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected to suspend process instance with key '${processInstanceKey}', but it is in state '${hold}'`,
    )
  const value = reason === undefined ? {} : { reason }
  for (const key of callTree(execution, processInstanceKey)) {
    execution.enter(key)
    if (execution.state.hold === undefined)
      execution.emit({ valueType: 'PROCESS_INSTANCE_SUSPENSION', intent: 'SUSPENDED', key, value })
  }
  return {}
}
