import type { Command, CommandType } from '../../protocol/commands.ts'
import { activateAdHocElements } from './activate-ad-hoc-elements.ts'
import { activateJobs } from './activate-jobs.ts'
import { banInstance } from './ban-instance.ts'
import { broadcastSignal } from './broadcast-signal.ts'
import type { CommandProcessor } from './command-processor.ts'
import { correlateMessage } from './correlate-message.ts'
import { createProcessInstance } from './create-process-instance.ts'
import { deleteProcessInstance } from './delete-process-instance.ts'
import { deleteResource } from './delete-resource.ts'
import { deployResources } from './deploy-resources.ts'
import { evaluateConditionals } from './evaluate-conditionals.ts'
import { evaluateDecision } from './evaluate-decision.ts'
import { cancelProcessInstance, continueInstance, resolveIncident, setVariables } from './instances.ts'
import type { InternalCommand, InternalCommandType } from './internal-commands.ts'
import { completeJob, failJob, recurJob, throwError, timeOutJob, updateJobRetries, updateJobTimeout } from './jobs.ts'
import { expire, publishMessage } from './messages.ts'
import { migrateProcessInstance } from './migrate-process-instance.ts'
import { modifyProcessInstance } from './modify-process-instance.ts'
import { resumeProcessInstance } from './resume-process-instance.ts'
import { suspendProcessInstance } from './suspend-process-instance.ts'
import { switchStarts } from './switch-starts.ts'
import { triggerStartTimer, triggerTimer } from './trigger-timer.ts'
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
  MODIFY_PROCESS_INSTANCE: modifyProcessInstance,
  MIGRATE_PROCESS_INSTANCE: migrateProcessInstance,
  SUSPEND_PROCESS_INSTANCE: suspendProcessInstance,
  RESUME_PROCESS_INSTANCE: resumeProcessInstance,
  DELETE_PROCESS_INSTANCE: deleteProcessInstance,
  DELETE_RESOURCE: deleteResource,
  SWITCH_STARTS: switchStarts,
  CORRELATE_MESSAGE: correlateMessage,
  BROADCAST_SIGNAL: broadcastSignal,
  ACTIVATE_AD_HOC_ELEMENTS: activateAdHocElements,
  EVALUATE_DECISION: evaluateDecision,
  EVALUATE_CONDITIONALS: evaluateConditionals,
  TRIGGER_TIMER: triggerTimer,
  TRIGGER_START_TIMER: triggerStartTimer,
  TIME_OUT_JOB: timeOutJob,
  RECUR_JOB: recurJob,
  EXPIRE_MESSAGE: expire,
  CONTINUE_INSTANCE: continueInstance,
  BAN_INSTANCE: banInstance,
}
