import type { ServerWritableStream } from '@grpc/grpc-js'
import type { ActivatedJob } from '../../process-engine.ts'
import { activate, giveBack, leaseJobs } from '../lease-jobs.ts'
import { listenedTask } from '../listened-task.ts'
import { checkTenants, givenMillis, TENANT } from '../wire.ts'
import type { Call } from './call.ts'

interface StreamRequest {
  type: string
  worker: string
  timeout: string
  fetchVariable: string[]
  tenantIds: string[]
}

interface ActivateJobsRequest extends StreamRequest {
  maxJobsToActivate: number
  requestTimeout: string
}

/** A call with many answers; it ends when its promise does. */
export type StreamCall<Request> = (call: Call, stream: ServerWritableStream<Request, object>) => Promise<void>

/** A client takes messages of at most 4 MB; what is more goes in several. */
const LARGEST_MESSAGE = 3 * 1024 * 1024
/** So many jobs a stream takes at once. */
const MOST_PUSHED = 32

/** Leasing jobs. */
export const jobStreams = {
  ActivateJobs: (async ({ gateway, caller, patience }, stream) => {
    const { request } = stream
    checkTenants('ActivateJobs', request.tenantIds)
    const { maxJobsToActivate } = request
    const asked = { ...leaseOf(request), maxJobsToActivate, requestTimeout: givenMillis(request.requestTimeout) }
    const jobs = await leaseJobs(gateway, caller, asked, patience)
    for (const part of parted(jobs.map(jobOf(request.worker)))) stream.write({ jobs: part })
  }) satisfies StreamCall<ActivateJobsRequest>,

  StreamActivatedJobs: (async (call, stream) => {
    checkTenants('StreamActivatedJobs', stream.request.tenantIds)
    await call.gateway.waitingRoom.seat(() => pushJobs(call, stream))
  }) satisfies StreamCall<StreamRequest>,
}

/** Pushes job after job until the client goes away. */
function pushJobs({ gateway, caller, patience }: Call, stream: ServerWritableStream<StreamRequest, object>) {
  const { request } = stream
  const asked = leaseOf(request)
  return new Promise<void>((resolve, reject) => {
    const poll = {
      jobType: request.type,
      async serve() {
        try {
          const jobs = await activate(gateway, caller, asked, MOST_PUSHED)
          if (stream.cancelled) {
            await giveBack(gateway, caller, jobs)
            return { taken: jobs.length, stays: false }
          }
          return { taken: jobs.length, stays: push(jobs) }
        } catch (error) {
          reject(error)
          return { taken: 0, stays: false }
        }
      },
      close: () => resolve(),
    }
    /** Answers whether the client keeps up; else it gets a place in the queue again when it does. */
    const push = (jobs: readonly ActivatedJob[]): boolean => {
      const flows = jobs.map(jobOf(request.worker)).map(job => stream.write(job))
      if (flows.every(Boolean)) return true
      stream.once('drain', join)
      return false
    }
    let leave = () => {}
    const join = () => {
      leave = gateway.polls.join(poll)
    }
    patience.onGone(() => {
      leave()
      resolve()
    })
    // What is wrong with the request is the engine's to say.
    if (asked.jobType === '' || asked.timeout < 1) activate(gateway, caller, asked, 1).then(() => resolve(), reject)
    else join()
  })
}

function leaseOf({ type, worker, timeout, fetchVariable }: StreamRequest) {
  return { jobType: type, worker, timeout: givenMillis(timeout), fetchVariables: fetchVariable }
}

/** A job as the wire has it; its documents are text. */
function jobOf(worker: string) {
  return (activated: ActivatedJob) => {
    const { jobKey, customHeaders, variables, deadline, cause: _, ...job } = activated
    const userTask = listenedTask(activated)
    return {
      ...job,
      key: jobKey,
      worker,
      deadline: String(deadline),
      customHeaders: JSON.stringify(customHeaders),
      variables: JSON.stringify(variables),
      tenantId: TENANT,
      kind: job.jobKind ?? 'BPMN_ELEMENT',
      listenerEventType: job.listenerEventType ?? 'UNSPECIFIED',
      ...(userTask && { userTask }),
    }
  }
}

function parted<Job extends { variables: string }>(jobs: readonly Job[]): Job[][] {
  const parts: Job[][] = []
  let size = LARGEST_MESSAGE
  for (const job of jobs) {
    // In the worst case a character is three bytes.
    const own = job.variables.length * 3 + 1024
    if (size + own > LARGEST_MESSAGE) {
      parts.push([])
      size = 0
    }
    parts.at(-1)!.push(job)
    size += own
  }
  return parts
}
