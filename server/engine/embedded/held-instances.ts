import { CommandRejected } from '../protocol/errors.ts'
import type { ProcessableCommand } from './commands/index.ts'
import type { InstanceState } from './state/instance-state.ts'

/** What a command may do to an instance that is suspended or banned: nothing, change what it holds, or make it go on. */
export type HeldInstances = 'refused' | 'changed' | 'moved'

/** What an operator may do to held instances; nobody may do anything else to them. Only their end makes them move. */
export const HELD_INSTANCES: { [T in ProcessableCommand['type']]?: HeldInstances } = {
  SUSPEND_PROCESS_INSTANCE: 'changed',
  RESUME_PROCESS_INSTANCE: 'changed',
  CANCEL_PROCESS_INSTANCE: 'moved',
  MIGRATE_PROCESS_INSTANCE: 'changed',
  SET_VARIABLES: 'changed',
  UPDATE_JOB_RETRIES: 'changed',
  BAN_INSTANCE: 'changed',
}

/** The refusal of everything else. */
export function heldInstance({ processInstanceKey, hold }: InstanceState): CommandRejected {
  const reason = `Expected process instance with key '${processInstanceKey}' to be running, but it is in state '${hold}'`
  return new CommandRejected('INVALID_STATE', reason, { id: 'engine.instance-held' })
}
