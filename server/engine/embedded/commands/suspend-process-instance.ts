import { CommandRejected } from '../../protocol/errors.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Stops an instance. */
export const suspendProcessInstance: CommandProcessor<'SUSPEND_PROCESS_INSTANCE'> = () => {
  throw new CommandRejected('INVALID_STATE', 'SUSPEND_PROCESS_INSTANCE is not carried out by this engine yet')
}
