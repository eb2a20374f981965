import type { ActivatedJob, InternalCause, JobWorker } from '../process-engine.ts'
import { BpmnError, CommandRejected } from '../protocol/errors.ts'
import type { Variables } from '../protocol/records.ts'
import type { ProcessableCommand } from './commands/index.ts'
import type { SubmitInternal } from './due-work.ts'
import type { EngineStore } from './store.ts'

export interface JobWorkersParts {
  store: EngineStore
  submit: SubmitInternal
  onError(error: unknown): void
}

/** The first pause after a failure; each further one is four times as long, up to the longest. */
const FIRST_BACK_OFF = 1_000
const LONGEST_BACK_OFF = 300_000

interface OpenWorker {
  worker: JobWorker
  /** Handlers at work. */
  active: Set<Promise<void>>
  isLeasing: boolean
  isOpen: boolean
}

/** Works jobs in this process: leases from the store after commits, runs the handlers, and tells the engine what came of it. */
export class JobWorkers {
  private readonly workers = new Set<OpenWorker>()
  private isStarted = false

  constructor(private readonly parts: JobWorkersParts) {}

  open(worker: JobWorker): { close(): Promise<void> } {
    const open: OpenWorker = { worker, active: new Set(), isLeasing: false, isOpen: true }
    this.workers.add(open)
    this.lease(open)
    return {
      close: async () => {
        open.isOpen = false
        this.workers.delete(open)
        await Promise.all(open.active)
      },
    }
  }

  start(): void {
    this.isStarted = true
    this.wake()
  }

  /** There may be new jobs. */
  wake(): void {
    for (const open of this.workers) this.lease(open)
  }

  /** Leases nothing more and waits for the handlers at work. */
  async stop(): Promise<void> {
    this.isStarted = false
    for (const { active } of this.workers) await Promise.all(active)
  }

  private lease(open: OpenWorker): void {
    const { worker, active } = open
    const { type: jobType, name, timeout, maxJobsActive } = worker
    const maxJobsToActivate = maxJobsActive - active.size
    if (!this.isStarted || !open.isOpen || open.isLeasing || maxJobsToActivate < 1) return
    if (this.parts.store.activatableJobs(jobType, 1).length === 0) return
    open.isLeasing = true
    const command: ProcessableCommand = { type: 'ACTIVATE_JOBS', jobType, worker: name, timeout, maxJobsToActivate }
    this.parts.submit({ kind: 'worker', id: name, verb: 'job.activate' }, command).then(
      ({ results }) => {
        open.isLeasing = false
        for (const job of (results[0]?.jobs ?? []) as unknown as ActivatedJob[]) this.run(open, job)
        this.lease(open)
      },
      error => {
        open.isLeasing = false
        this.parts.onError(error)
      },
    )
  }

  private run(open: OpenWorker, job: ActivatedJob): void {
    const running = this.work(open.worker, job).finally(() => {
      open.active.delete(running)
      this.lease(open)
    })
    open.active.add(running)
  }

  private async work(worker: JobWorker, job: ActivatedJob): Promise<void> {
    const command = await outcomeOf(worker, job)
    const verb = { COMPLETE_JOB: 'job.complete', FAIL_JOB: 'job.fail', THROW_ERROR: 'job.throw-error' }[command.type]
    const { processInstanceKey, cause } = job
    const about: InternalCause = { kind: 'worker', id: worker.name, verb, cause, processInstanceKey }
    try {
      await this.parts.submit(about, command)
    } catch (error) {
      // The element ended meanwhile: whoever ended it has told why.
      if (!(error instanceof CommandRejected)) this.parts.onError(error)
    }
  }
}

type JobCommand = Extract<ProcessableCommand, { type: 'COMPLETE_JOB' | 'FAIL_JOB' | 'THROW_ERROR' }>

async function outcomeOf(worker: JobWorker, job: ActivatedJob): Promise<JobCommand> {
  const { jobKey } = job
  try {
    const variables = await worker.handle(job)
    return { type: 'COMPLETE_JOB', jobKey, ...(variables && { variables }) }
  } catch (error) {
    if (error instanceof BpmnError) {
      const { code: errorCode, message: errorMessage } = error
      return { type: 'THROW_ERROR', jobKey, errorCode, errorMessage, variables: error.variables as Variables }
    }
    const retries = job.retries - 1
    const errorMessage = error instanceof Error ? error.message : String(error)
    return { type: 'FAIL_JOB', jobKey, retries, retryBackOff: backOff(retries), errorMessage }
  }
}

/** The fewer retries are left, the longer the pause: counted down from the usual three. */
function backOff(retriesLeft: number): number {
  return Math.min(FIRST_BACK_OFF * 4 ** Math.max(0, 2 - retriesLeft), LONGEST_BACK_OFF)
}
