import type { CommandTypes } from '../../protocol/commands.ts'
import { givenMillis, readVariables } from '../wire.ts'
import type { UnaryCall } from './call.ts'

interface CompleteJobRequest {
  jobKey: string
  variables: string
  result?: JobResult | null
}

interface JobResult {
  denied?: boolean
  deniedReason?: string
  corrections?: {
    assignee?: string
    dueDate?: string
    followUpDate?: string
    candidateUsers?: { values: string[] }
    candidateGroups?: { values: string[] }
    priority?: number
  } | null
  type?: string
  activateElements: { elementId: string; variables: string }[]
  isCompletionConditionFulfilled?: boolean
  isCancelRemainingInstances?: boolean
}

interface FailJobRequest {
  jobKey: string
  retries: number
  errorMessage: string
  retryBackOff: string
  variables: string
}

interface ThrowErrorRequest {
  jobKey: string
  errorCode: string
  errorMessage: string
  variables: string
}

/** What came of a job. */
export const jobCalls = {
  CompleteJob: (async ({ gateway, caller }, { jobKey, variables, result }) => {
    await gateway.perform(caller, {
      type: 'COMPLETE_JOB',
      jobKey,
      variables: readVariables(variables),
      ...(result && { result: resultOf(result) }),
    })
    return {}
  }) satisfies UnaryCall<CompleteJobRequest>,

  FailJob: (async ({ gateway, caller }, { jobKey, retries, errorMessage, retryBackOff, variables }) => {
    const given = readVariables(variables)
    await gateway.perform(caller, {
      type: 'FAIL_JOB',
      jobKey,
      retries,
      retryBackOff: givenMillis(retryBackOff),
      ...(errorMessage !== '' && { errorMessage }),
      ...(Object.keys(given).length > 0 && { variables: given }),
    })
    return {}
  }) satisfies UnaryCall<FailJobRequest>,

  ThrowError: (async ({ gateway, caller }, { jobKey, errorCode, errorMessage, variables }) => {
    const given = readVariables(variables)
    await gateway.perform(caller, {
      type: 'THROW_ERROR',
      jobKey,
      errorCode,
      ...(errorMessage !== '' && { errorMessage }),
      ...(Object.keys(given).length > 0 && { variables: given }),
    })
    return {}
  }) satisfies UnaryCall<ThrowErrorRequest>,

  UpdateJobRetries: (async ({ gateway, caller }, { jobKey, retries }) => {
    await gateway.perform(caller, { type: 'UPDATE_JOB_RETRIES', jobKey, retries })
    return {}
  }) satisfies UnaryCall<{ jobKey: string; retries: number }>,

  UpdateJobTimeout: (async ({ gateway, caller }, { jobKey, timeout }) => {
    await gateway.perform(caller, { type: 'UPDATE_JOB_TIMEOUT', jobKey, timeout: givenMillis(timeout) })
    return {}
  }) satisfies UnaryCall<{ jobKey: string; timeout: string }>,
}

function resultOf(result: JobResult): NonNullable<CommandTypes['COMPLETE_JOB']['result']> {
  const { denied, deniedReason, corrections, activateElements } = result
  if (result.type === 'adHocSubProcess')
    return {
      activateElements: activateElements.map(({ elementId, variables }) => ({
        elementId,
        ...(variables !== '' && { variables: readVariables(variables, 'result.activateElements.variables') }),
      })),
      completionConditionFulfilled: result.isCompletionConditionFulfilled ?? false,
      cancelRemainingInstances: result.isCancelRemainingInstances ?? false,
    }
  return {
    ...(denied !== undefined && { denied }),
    ...(deniedReason !== undefined && { deniedReason }),
    ...(corrections && { corrections: correctionsOf(corrections) }),
  }
}

function correctionsOf({ candidateUsers, candidateGroups, ...plain }: NonNullable<JobResult['corrections']>) {
  const { assignee, dueDate, followUpDate, priority } = plain
  return {
    ...(assignee !== undefined && { assignee }),
    ...(dueDate !== undefined && { dueDate }),
    ...(followUpDate !== undefined && { followUpDate }),
    ...(priority !== undefined && { priority }),
    ...(candidateUsers && { candidateUsersList: candidateUsers.values }),
    ...(candidateGroups && { candidateGroupsList: candidateGroups.values }),
  }
}
