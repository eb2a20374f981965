import type { Command } from '../protocol/commands.ts'
import type { CommandRejected, RejectionType } from '../protocol/errors.ts'

/** Why a call is not answered with what it asked for: the engine's rejection types, and the door's own. */
export type RefusalCode = RejectionType | 'UNAUTHENTICATED' | 'RESOURCE_EXHAUSTED' | 'DEADLINE_EXCEEDED'

/** A no that both protocols can tell. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused'
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message)
  }
}

/** What Zeebe calls the command in a rejection. */
const INTENTS: Readonly<Record<Command['type'], string>> = {
  DEPLOY_RESOURCES: 'CREATE',
  DELETE_RESOURCE: 'DELETE',
  SWITCH_STARTS: 'SWITCH',
  EVALUATE_DECISION: 'EVALUATE',
  CREATE_PROCESS_INSTANCE: 'CREATE',
  CANCEL_PROCESS_INSTANCE: 'CANCEL',
  MODIFY_PROCESS_INSTANCE: 'MODIFY',
  MIGRATE_PROCESS_INSTANCE: 'MIGRATE',
  SUSPEND_PROCESS_INSTANCE: 'SUSPEND',
  RESUME_PROCESS_INSTANCE: 'RESUME',
  DELETE_PROCESS_INSTANCE: 'DELETE',
  SET_VARIABLES: 'UPDATE',
  RESOLVE_INCIDENT: 'RESOLVE',
  ACTIVATE_AD_HOC_ELEMENTS: 'ACTIVATE',
  ACTIVATE_JOBS: 'ACTIVATE',
  COMPLETE_JOB: 'COMPLETE',
  FAIL_JOB: 'FAIL',
  THROW_ERROR: 'THROW_ERROR',
  UPDATE_JOB_RETRIES: 'UPDATE_RETRIES',
  UPDATE_JOB_TIMEOUT: 'UPDATE_TIMEOUT',
  PUBLISH_MESSAGE: 'PUBLISH',
  CORRELATE_MESSAGE: 'CORRELATE',
  BROADCAST_SIGNAL: 'BROADCAST',
  EVALUATE_CONDITIONALS: 'EVALUATE',
  COMPLETE_USER_TASK: 'COMPLETE',
  ASSIGN_USER_TASK: 'ASSIGN',
  UNASSIGN_USER_TASK: 'ASSIGN',
  UPDATE_USER_TASK: 'UPDATE',
}

/** A rejection in the form in which a Zeebe gateway tells it. */
export function refusalOf(command: Command, { type, reason }: CommandRejected): CallRefused {
  const isClaim = command.type === 'ASSIGN_USER_TASK' && command.mode === 'claim'
  const intent = isClaim ? 'CLAIM' : INTENTS[command.type]
  return new CallRefused(type, `Command '${intent}' rejected with code '${type}': ${reason}`)
}
