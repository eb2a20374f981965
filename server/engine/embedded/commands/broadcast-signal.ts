import { broadcast } from '../behaviors/signals.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Gives a signal to everybody who waits for it now. */
export const broadcastSignal: CommandProcessor<'BROADCAST_SIGNAL'> = (execution, { signalName, variables }) => ({
  signalKey: broadcast(execution, signalName, variables),
})
