import { CommandRejected } from '../../protocol/errors.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Removes an ended instance from state and projections. */
export const deleteProcessInstance: CommandProcessor<'DELETE_PROCESS_INSTANCE'> = () => {
  throw new CommandRejected('INVALID_STATE', 'DELETE_PROCESS_INSTANCE is not carried out by this engine yet')
}
