import { CommandRejected } from '../../protocol/errors.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Begins elements inside an ad-hoc sub-process. */
export const activateAdHocElements: CommandProcessor<'ACTIVATE_AD_HOC_ELEMENTS'> = () => {
  throw new CommandRejected('INVALID_STATE', 'ACTIVATE_AD_HOC_ELEMENTS is not carried out by this engine yet')
}
