import type { Command, CommandType } from '../../protocol/commands.ts'
import { activateJobs } from './activate-jobs.ts'
import type { CommandProcessor } from './command-processor.ts'
import { createProcessInstance } from './create-process-instance.ts'
import { deployResources } from './deploy-resources.ts'
import { evaluateDecision } from './evaluate-decision.ts'
import { cancelProcessInstance, continueInstance, resolveIncident, setVariables, triggerTimer } from './instances.ts'
import type { InternalCommand, InternalCommandType } from './internal-commands.ts'
import { completeJob, failJob, recurJob, throwError, timeOutJob, updateJobRetries, updateJobTimeout } from './jobs.ts'
import { expire, publishMessage } from './messages.ts'
import { assignUserTask, completeUserTask, unassignUserTask, updateUserTask } from './user-tasks.ts'

/** A command as the core takes it: resources to deploy have been read before. */
export type ProcessableCommand = Exclude<Command, { type: 'DEPLOY_RESOURCES' }> | InternalCommand

type Processable = Exclude<CommandType, 'DEPLOY_RESOURCES'> | InternalCommandType

/** Every command the engine processes. A new one is one file and one line. */
export const commandProcessors: { [T in Processable]: CommandProcessor<T> } = {
  DEPLOY_PREPARED: deployResources,
  CREATE_PROCESS_INSTANCE: createProcessInstance,
  CANCEL_PROCESS_INSTANCE: cancelProcessInstance,
  COMPLETE_USER_TASK: completeUserTask,
  ASSIGN_USER_TASK: assignUserTask,
  UNASSIGN_USER_TASK: unassignUserTask,
  UPDATE_USER_TASK: updateUserTask,
  ACTIVATE_JOBS: activateJobs,
  COMPLETE_JOB: completeJob,
  FAIL_JOB: failJob,
  THROW_ERROR: throwError,
  UPDATE_JOB_RETRIES: updateJobRetries,
  UPDATE_JOB_TIMEOUT: updateJobTimeout,
  PUBLISH_MESSAGE: publishMessage,
  SET_VARIABLES: setVariables,
  RESOLVE_INCIDENT: resolveIncident,
  EVALUATE_DECISION: evaluateDecision,
  TRIGGER_TIMER: triggerTimer,
  TIME_OUT_JOB: timeOutJob,
  RECUR_JOB: recurJob,
  EXPIRE_MESSAGE: expire,
  CONTINUE_INSTANCE: continueInstance,
}
