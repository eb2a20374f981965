import { CommandRejected } from '../../protocol/errors.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Gives a message to whoever waits for it now, or to nobody. */
export const correlateMessage: CommandProcessor<'CORRELATE_MESSAGE'> = () => {
  throw new CommandRejected('INVALID_STATE', 'CORRELATE_MESSAGE is not carried out by this engine yet')
}
