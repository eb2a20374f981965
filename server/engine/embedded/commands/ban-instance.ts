import { CommandRejected } from '../../protocol/errors.ts'
import { callTree } from '../behaviors/call-tree.ts'
import { callers } from '../behaviors/calls.ts'
import type { CommandProcessor } from './command-processor.ts'

/**
 * Leaves an instance alone on which we failed, so that it cannot fail again and again, with all that called it or was called by it: an operator cancels
 * them, or resumes them once the program is mended (ENGINE P4).
 */
export const banInstance: CommandProcessor<'BAN_INSTANCE'> = (execution, { processInstanceKey, reason }) => {
  if (!execution.enter(processInstanceKey) || execution.state.hold === 'BANNED')
    throw new CommandRejected('NOT_FOUND', `Expected to ban process instance ${processInstanceKey}, but it is gone`)
  const root = callers(execution).at(-1)!.processInstanceKey
  for (const key of callTree(execution, root)) {
    execution.enter(key)
    execution.emit({ valueType: 'PROCESS_INSTANCE_BAN', intent: 'BANNED', key, value: { reason } })
  }
  return {}
}
