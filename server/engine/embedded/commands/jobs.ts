import { CommandRejected, Failure } from '../../protocol/errors.ts'
import type { JobValue } from '../../protocol/records.ts'
import { catchError, findErrorCatcher, unhandledError } from '../behaviors/errors.ts'
import { takeListenerResult } from '../behaviors/execution-listeners.ts'
import { raiseIncident } from '../behaviors/incidents.ts'
import { afterListener } from '../behaviors/lifecycle.ts'
import { setLocalVariables } from '../behaviors/variables.ts'
import type { Job } from '../state/instance-state.ts'
import { NO_CATCH_EVENT, toldElementId } from '../state/jobs.ts'
import { given } from '../state/variables.ts'
import type { CommandProcessor } from './command-processor.ts'
import { completeAdHocJob } from './complete-ad-hoc-job.ts'
import { completeTaskListener } from './complete-task-listener.ts'
import { enterJob, enterWorkableJob } from './find-target.ts'

/** The incident of a job that nobody tries any more. */
const NO_RETRIES = {
  BPMN_ELEMENT: 'JOB_NO_RETRIES',
  AD_HOC_SUB_PROCESS: 'AD_HOC_SUB_PROCESS_NO_RETRIES',
  EXECUTION_LISTENER: 'EXECUTION_LISTENER_NO_RETRIES',
  TASK_LISTENER: 'TASK_LISTENER_NO_RETRIES',
} as const

/** A worker is done; its result becomes variables and the element goes on. */
export const completeJob: CommandProcessor<'COMPLETE_JOB'> = (execution, command) => {
  const { jobKey, variables } = command
  const job = enterWorkableJob(execution, jobKey, 'complete job')
  if (job.jobKind === 'TASK_LISTENER') return completeTaskListener(execution, job, command)
  if (job.jobKind === 'AD_HOC_SUB_PROCESS') return completeAdHocJob(execution, job, command)
  execution.emit({
    valueType: 'JOB',
    intent: 'COMPLETED',
    key: jobKey,
    value: { ...recordOf(job), ...given(variables) },
  })
  if (job.jobKind === 'EXECUTION_LISTENER') {
    takeListenerResult(execution, job, variables)
    afterListener(execution, job.elementInstanceKey, job.listenerEventType as 'START' | 'END')
    return {}
  }
  execution.schedule({ do: 'complete', key: job.elementInstanceKey })
  return {}
}

/** A worker could not do it: it is tried again, at once or after the back-off, or nobody tries any more. */
export const failJob: CommandProcessor<'FAIL_JOB'> = (execution, command) => {
  const { jobKey, retries, retryBackOff = 0, errorMessage, variables } = command
  const { elementInstanceKey, ...job } = enterWorkableJob(execution, jobKey, 'fail job')
  const backOff = retries > 0 && retryBackOff > 0
  execution.emit({
    valueType: 'JOB',
    intent: 'FAILED',
    key: jobKey,
    value: {
      ...recordOf({ elementInstanceKey, ...job }),
      retries,
      ...(errorMessage !== undefined && { errorMessage }),
      ...(backOff && { retryBackoff: retryBackOff, recurringTime: execution.world.now + retryBackOff }),
      ...given(variables),
    },
  })
  if (variables) setLocalVariables(execution, elementInstanceKey, variables)
  if (retries > 0) return {}
  const failure = new Failure(NO_RETRIES[job.jobKind ?? 'BPMN_ELEMENT'], errorMessage || 'No more retries left.')
  raiseIncident(execution, elementInstanceKey, failure, jobKey)
  return {}
}

/** The business said no: the error is caught around the element, or somebody has to look at it. */
export const throwError: CommandProcessor<'THROW_ERROR'> = (execution, command) => {
  const { jobKey, errorCode, errorMessage, variables } = command
  const job = enterWorkableJob(execution, jobKey, 'throw an error for job')
  if (job.jobKind === 'EXECUTION_LISTENER' || job.jobKind === 'TASK_LISTENER')
    throw new CommandRejected(
      'INVALID_STATE',
      `Cannot throw BPMN error from ${job.jobKind} job with key '${jobKey}', type '${job.type}' and processInstanceKey '${execution.state.processInstanceKey}'`,
    )
  const catcher = findErrorCatcher(execution, job.elementInstanceKey, errorCode)
  execution.emit({
    valueType: 'JOB',
    intent: 'ERROR_THROWN',
    key: jobKey,
    value: {
      ...recordOf(job),
      elementId: catcher ? job.elementId : NO_CATCH_EVENT,
      errorCode,
      ...(errorMessage !== undefined && { errorMessage }),
      ...given(variables),
    },
  })
  if (catcher) catchError(execution, catcher, variables)
  else {
    const failure = unhandledError(execution, job.elementInstanceKey, errorCode, errorMessage)
    raiseIncident(execution, job.elementInstanceKey, failure, jobKey)
  }
  return {}
}

/** Retries for a job that has none left; its incident is resolved apart. */
export const updateJobRetries: CommandProcessor<'UPDATE_JOB_RETRIES'> = (execution, { jobKey, retries }) => {
  if (retries < 1)
    throw new CommandRejected(
      'INVALID_ARGUMENT',
      `Expected to update retries for job with key '${jobKey}' with a positive amount of retries, but the amount given was '${retries}'`,
    )
  const job = enterJob(execution, jobKey, 'update job')
  execution.emit({ valueType: 'JOB', intent: 'RETRIES_UPDATED', key: jobKey, value: { ...recordOf(job), retries } })
  return {}
}

/** A worker needs more (or less) time: counted from now. */
export const updateJobTimeout: CommandProcessor<'UPDATE_JOB_TIMEOUT'> = (execution, { jobKey, timeout }) => {
  const job = enterJob(execution, jobKey, 'update job')
  if (job.state !== 'ACTIVATED')
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected to update the timeout of job with key '${jobKey}', but it is not active`,
    )
  const deadline = execution.world.now + timeout
  execution.emit({ valueType: 'JOB', intent: 'TIMEOUT_UPDATED', key: jobKey, value: { ...recordOf(job), deadline } })
  return {}
}

/** The lease is over: another worker may try. */
export const timeOutJob: CommandProcessor<'TIME_OUT_JOB'> = (execution, { jobKey }) => {
  const job = enterJob(execution, jobKey, 'time out job')
  if (job.state !== 'ACTIVATED' || job.deadline! >= execution.world.now)
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected to time out job with key '${jobKey}', but its lease is not over`,
    )
  execution.emit({ valueType: 'JOB', intent: 'TIMED_OUT', key: jobKey, value: recordOf(job) })
  return {}
}

/** The back-off is over: the job may be tried again. */
export const recurJob: CommandProcessor<'RECUR_JOB'> = (execution, { jobKey }) => {
  const job = enterJob(execution, jobKey, 'recur job')
  if (job.state !== 'FAILED' || job.recurringTime === undefined || job.recurringTime >= execution.world.now)
    throw new CommandRejected(
      'INVALID_STATE',
      `Expected to recur job with key '${jobKey}', but its back-off is not over`,
    )
  execution.emit({ valueType: 'JOB', intent: 'RECURRED_AFTER_BACKOFF', key: jobKey, value: recordOf(job) })
  return {}
}

function recordOf(job: Omit<Job, 'cause'>): JobValue {
  const { type, elementInstanceKey, retries } = job
  return { type, elementId: toldElementId(job), elementInstanceKey, retries }
}
