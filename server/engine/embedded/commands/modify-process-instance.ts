import { CommandRejected } from '../../protocol/errors.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Begins and ends elements of a running instance. */
export const modifyProcessInstance: CommandProcessor<'MODIFY_PROCESS_INSTANCE'> = () => {
  throw new CommandRejected('INVALID_STATE', 'MODIFY_PROCESS_INSTANCE is not carried out by this engine yet')
}
