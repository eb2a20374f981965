import { z } from 'zod'
import type { ActivatedJob } from '../../process-engine.ts'
import type { CommandTypes } from '../../protocol/commands.ts'
import { leaseJobs } from '../lease-jobs.ts'
import { listenedTask } from '../listened-task.ts'
import { TENANT } from '../wire.ts'
import { common, Millis, pathKey, patienceOf, readBody, restRoutes, Variables } from './environment.ts'

const Activation = z.strictObject({
  type: z.string().min(1),
  worker: z.string().default(''),
  timeout: z.int().min(1).pipe(Millis),
  maxJobsToActivate: z.int().min(1),
  fetchVariable: z.array(z.string()).nullish(),
  requestTimeout: Millis.default(0),
  tenantIds: z.array(z.string()).nullish(),
  tenantFilter: z.string().optional(),
})

const text = z.string().nullish()

const Result = z.strictObject({
  type: z.string().optional(),
  denied: z.boolean().nullish(),
  deniedReason: text,
  corrections: z
    .strictObject({
      assignee: text,
      dueDate: text,
      followUpDate: text,
      candidateUsers: z.array(z.string()).nullish(),
      candidateGroups: z.array(z.string()).nullish(),
      priority: z.int().nullish(),
    })
    .nullish(),
  activateElements: z.array(z.strictObject({ elementId: z.string(), variables: Variables.nullish() })).nullish(),
  isCompletionConditionFulfilled: z.boolean().default(false),
  isCancelRemainingInstances: z.boolean().default(false),
})

const Completion = z.strictObject({ variables: Variables.nullish(), result: Result.nullish() })
const Failure = z.strictObject({
  retries: z.int().default(0),
  errorMessage: text,
  retryBackOff: Millis.default(0),
  variables: Variables.nullish(),
})
const ErrorThrown = z.strictObject({ errorCode: z.string().min(1), errorMessage: text, variables: Variables.nullish() })
const Change = z.strictObject({
  ...common,
  changeset: z
    .strictObject({ retries: z.int().nullish(), timeout: Millis.nullish() })
    .refine(({ retries, timeout }) => retries != null || timeout != null, 'expected retries or timeout'),
})

/** Work for job workers. */
export const jobRoutes = restRoutes()
  .post('/jobs/activation', async c => {
    const { type: jobType, fetchVariable, tenantIds: _, tenantFilter: __, ...rest } = await readBody(c, Activation)
    const request = { ...rest, jobType, fetchVariables: fetchVariable ?? [] }
    const jobs = await leaseJobs(c.var.gateway, c.var.caller, request, patienceOf(c))
    return c.json({ jobs: jobs.map(job => jobItem(job, rest.worker)) })
  })
  .post('/jobs/:key/completion', async c => {
    const { variables, result } = await readBody(c, Completion)
    await c.var.gateway.perform(c.var.caller, {
      type: 'COMPLETE_JOB',
      jobKey: pathKey(c),
      variables: variables ?? {},
      ...(result && { result: resultOf(result) }),
    })
    return c.body(null, 204)
  })
  .post('/jobs/:key/failure', async c => {
    const { retries, retryBackOff, errorMessage, variables } = await readBody(c, Failure)
    await c.var.gateway.perform(c.var.caller, {
      type: 'FAIL_JOB',
      jobKey: pathKey(c),
      retries,
      retryBackOff,
      ...(errorMessage && { errorMessage }),
      ...(variables && { variables }),
    })
    return c.body(null, 204)
  })
  .post('/jobs/:key/error', async c => {
    const { errorCode, errorMessage, variables } = await readBody(c, ErrorThrown)
    await c.var.gateway.perform(c.var.caller, {
      type: 'THROW_ERROR',
      jobKey: pathKey(c),
      errorCode,
      ...(errorMessage && { errorMessage }),
      ...(variables && { variables }),
    })
    return c.body(null, 204)
  })
  .patch('/jobs/:key', async c => {
    const { retries, timeout } = (await readBody(c, Change)).changeset
    const { gateway, caller } = c.var
    const jobKey = pathKey(c)
    if (retries != null) await gateway.perform(caller, { type: 'UPDATE_JOB_RETRIES', jobKey, retries })
    if (timeout != null) await gateway.perform(caller, { type: 'UPDATE_JOB_TIMEOUT', jobKey, timeout })
    return c.body(null, 204)
  })

function jobItem(activated: ActivatedJob, worker: string) {
  const { bpmnProcessId, cause: _, jobKind, listenerEventType, ...job } = activated
  const userTask = listenedTask(activated)
  return {
    ...job,
    processDefinitionId: bpmnProcessId,
    worker,
    tenantId: TENANT,
    kind: jobKind ?? 'BPMN_ELEMENT',
    listenerEventType: listenerEventType ?? 'UNSPECIFIED',
    ...(userTask && { userTask }),
    tags: [],
  }
}

function resultOf(result: z.output<typeof Result>): NonNullable<CommandTypes['COMPLETE_JOB']['result']> {
  if (result.type === 'adHocSubProcess')
    return {
      activateElements: (result.activateElements ?? []).map(({ elementId, variables }) => ({
        elementId,
        ...(variables && { variables }),
      })),
      completionConditionFulfilled: result.isCompletionConditionFulfilled,
      cancelRemainingInstances: result.isCancelRemainingInstances,
    }
  const { denied, deniedReason, corrections } = result
  const { candidateUsers, candidateGroups, assignee, dueDate, followUpDate, priority } = corrections ?? {}
  return {
    ...(denied != null && { denied }),
    ...(deniedReason != null && { deniedReason }),
    ...(corrections && {
      corrections: {
        ...(assignee != null && { assignee }),
        ...(dueDate != null && { dueDate }),
        ...(followUpDate != null && { followUpDate }),
        ...(priority != null && { priority }),
        ...(candidateUsers && { candidateUsersList: candidateUsers }),
        ...(candidateGroups && { candidateGroupsList: candidateGroups }),
      },
    }),
  }
}
