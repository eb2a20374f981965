import type { ActivatedJob } from '../process-engine.ts'
import type { CommandTypes } from '../protocol/commands.ts'
import type { Caller } from './gate.ts'
import type { Gateway } from './gateway.ts'
import { type Patience, waitOf } from './waiting-room.ts'

/** When nothing else is asked for, ms; a Zeebe gateway's own. */
const DEFAULT_WAIT_MS = 10_000

export interface LeaseRequest extends Omit<CommandTypes['ACTIVATE_JOBS'], 'fetchVariables'> {
  fetchVariables: readonly string[]
  /** Milliseconds to wait for a job; 0: the gateway's own, negative: not at all. */
  requestTimeout: number
}

/**
 * Leases jobs to a worker, and waits for them if there are none (ENGINE J9). Nothing to lease at all, as a maximum of 0
 * asks for, is an empty answer after the same time, as Zeebe gives it.
 */
export async function leaseJobs(
  gateway: Gateway,
  caller: Caller,
  request: LeaseRequest,
  patience: Patience,
): Promise<ActivatedJob[]> {
  // What is wrong with the request is the engine's to say, not something to wait for.
  if (request.jobType === '' || request.timeout < 1) return activate(gateway, caller, request, 1)
  return gateway.waitingRoom.seat(() => parked(gateway, caller, request, patience))
}

/** Waits until there are jobs, or patience ends. */
function parked(gateway: Gateway, caller: Caller, request: LeaseRequest, patience: Patience): Promise<ActivatedJob[]> {
  const wait = waitOf(request.requestTimeout, DEFAULT_WAIT_MS)
  return new Promise((resolve, reject) => {
    let isOver = false
    let leave = () => {}
    const end = (tell: () => void) => {
      isOver = true
      clearTimeout(timer)
      leave()
      tell()
    }
    const giveUp = () => end(() => resolve([]))
    const timer = setTimeout(giveUp, Math.max(wait, 0))
    patience.onGone(giveUp)
    if (request.maxJobsToActivate < 1) return
    const serve = async () => {
      const jobs = await activate(gateway, caller, request, request.maxJobsToActivate)
      if (jobs.length === 0) return { taken: 0, stays: !isOver }
      if (isOver) await giveBack(gateway, caller, jobs)
      else end(() => resolve(jobs))
      return { taken: jobs.length, stays: false }
    }
    const refuse = (error: unknown) => {
      end(() => reject(error))
      return { taken: 0, stays: false }
    }
    leave = gateway.polls.join({ jobType: request.jobType, serve: () => serve().catch(refuse), close: giveUp })
    if (wait < 0) {
      clearTimeout(timer)
      gateway.polls.settled(request.jobType).then(giveUp, reject)
    }
  })
}

/** Takes the lease off jobs that reached nobody, so that others need not wait for its end. */
export async function giveBack(gateway: Gateway, caller: Caller, jobs: readonly ActivatedJob[]): Promise<void> {
  for (const { jobKey, retries } of jobs) {
    const errorMessage = 'The worker went away before the job reached it'
    await gateway.perform(caller, { type: 'FAIL_JOB', jobKey, retries, errorMessage })
  }
}

/** Leases what there is at this moment. */
export async function activate(
  gateway: Gateway,
  caller: Caller,
  { jobType, worker, timeout, fetchVariables }: Omit<LeaseRequest, 'requestTimeout' | 'maxJobsToActivate'>,
  maxJobsToActivate: number,
): Promise<ActivatedJob[]> {
  const { result } = await gateway.perform(caller, {
    type: 'ACTIVATE_JOBS',
    jobType,
    worker,
    timeout,
    maxJobsToActivate,
    ...(fetchVariables.length > 0 && { fetchVariables: [...fetchVariables] }),
  })
  return (result.jobs ?? []) as unknown as ActivatedJob[]
}
