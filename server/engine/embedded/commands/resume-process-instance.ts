import { CommandRejected } from '../../protocol/errors.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Lets a suspended instance go on. */
export const resumeProcessInstance: CommandProcessor<'RESUME_PROCESS_INSTANCE'> = () => {
  throw new CommandRejected('INVALID_STATE', 'RESUME_PROCESS_INSTANCE is not carried out by this engine yet')
}
