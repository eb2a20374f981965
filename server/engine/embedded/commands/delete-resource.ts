import { CommandRejected } from '../../protocol/errors.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Takes a definition out of use. */
export const deleteResource: CommandProcessor<'DELETE_RESOURCE'> = () => {
  throw new CommandRejected('INVALID_STATE', 'DELETE_RESOURCE is not carried out by this engine yet')
}
