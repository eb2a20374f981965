import type { Outcome } from '../process-engine.ts'
import type { Gate } from './gate.ts'

/** Somebody who waits for jobs of a type. */
export interface JobPoll {
  jobType: string
  /** Leases what there is; answers how many jobs it took and whether it goes on waiting. */
  serve(): Promise<{ taken: number; stays: boolean }>
  /** Nobody is served any more. */
  close(): void
}

/**
 * Those who wait for jobs, in a queue for each type: after a commit that touched jobs they are served one after the other,
 * so that no lease is written which finds nothing.
 */
export class JobPolls {
  private readonly waiting = new Map<string, JobPoll[]>()
  private readonly serving = new Map<string, Promise<void>>()
  private readonly stopListening: () => void

  constructor(
    private readonly gate: Pick<Gate, 'hasJobs' | 'onCommit'>,
    private readonly onError: (error: unknown) => void,
  ) {
    this.stopListening = gate.onCommit(outcomes => {
      if (outcomes.some(touchesJobs)) for (const jobType of this.waiting.keys()) void this.serve(jobType)
    })
  }

  /** Takes a place in the queue, and is served at once if there are jobs. Returns how to leave. */
  join(poll: JobPoll): () => void {
    const queue = this.waiting.get(poll.jobType) ?? []
    queue.push(poll)
    this.waiting.set(poll.jobType, queue)
    void this.serve(poll.jobType)
    return () => this.leave(poll)
  }

  /** When everybody who waits for the type has got what there is. */
  async settled(jobType: string): Promise<void> {
    await this.serving.get(jobType)
  }

  close(): void {
    this.stopListening()
    for (const poll of [...this.waiting.values()].flat()) poll.close()
    this.waiting.clear()
  }

  private leave(poll: JobPoll): void {
    const left = (this.waiting.get(poll.jobType) ?? []).filter(other => other !== poll)
    if (left.length > 0) this.waiting.set(poll.jobType, left)
    else this.waiting.delete(poll.jobType)
  }

  private serve(jobType: string): Promise<void> {
    const running = this.serving.get(jobType)
    if (running) return running
    const round = this.serveAll(jobType)
      .catch(this.onError)
      .finally(() => this.serving.delete(jobType))
    this.serving.set(jobType, round)
    return round
  }

  private async serveAll(jobType: string): Promise<void> {
    let inVain = 0
    for (;;) {
      const [poll, ...others] = this.waiting.get(jobType) ?? []
      // Who was served in vain waits for the next commit.
      if (!poll || inVain > others.length || !this.gate.hasJobs(jobType)) return
      this.leave(poll)
      const { taken, stays } = await poll.serve()
      inVain = taken > 0 ? 0 : inVain + 1
      if (stays) this.waiting.set(jobType, [...(this.waiting.get(jobType) ?? []), poll])
    }
  }
}

function touchesJobs({ segments }: Outcome): boolean {
  return segments.some(({ records }) =>
    records.some(({ valueType }) => valueType === 'JOB' || valueType === 'INCIDENT'),
  )
}
