import { CommandRejected } from '../../protocol/errors.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Tells everybody who waits for the signal. */
export const broadcastSignal: CommandProcessor<'BROADCAST_SIGNAL'> = () => {
  throw new CommandRejected('INVALID_STATE', 'BROADCAST_SIGNAL is not carried out by this engine yet')
}
