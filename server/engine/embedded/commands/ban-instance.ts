import { CommandRejected } from '../../protocol/errors.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Leaves an instance alone on which we failed, so that it cannot fail again and again: an operator cancels it, or resumes it once the program is mended (ENGINE P4). */
export const banInstance: CommandProcessor<'BAN_INSTANCE'> = (execution, { processInstanceKey, reason }) => {
  if (!execution.enter(processInstanceKey) || execution.state.hold === 'BANNED')
    throw new CommandRejected('NOT_FOUND', `Expected to ban process instance ${processInstanceKey}, but it is gone`)
  execution.emit({ valueType: 'PROCESS_INSTANCE_BAN', intent: 'BANNED', key: processInstanceKey, value: { reason } })
  return {}
}
