import { CommandRejected } from '../../protocol/errors.ts'
import type { CommandProcessor } from './command-processor.ts'

/** Carries a running instance over to another definition. */
export const migrateProcessInstance: CommandProcessor<'MIGRATE_PROCESS_INSTANCE'> = () => {
  throw new CommandRejected('INVALID_STATE', 'MIGRATE_PROCESS_INSTANCE is not carried out by this engine yet')
}
