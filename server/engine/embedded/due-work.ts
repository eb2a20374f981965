import type { Clock, InternalCause, Outcome } from '../process-engine.ts'
import { CommandRejected } from '../protocol/errors.ts'
import type { Instant, Key } from '../protocol/records.ts'
import type { ProcessableCommand } from './commands/index.ts'
import type { Due, EngineStore } from './store.ts'
import type { Workspace } from './workspace.ts'

/** Hands an act of the engine's own to the queue. */
export type SubmitInternal = (cause: InternalCause, command: ProcessableCommand) => Promise<Outcome>

export interface DueWorkParts {
  store: EngineStore
  workspace: Workspace
  clock: Clock
  submit: SubmitInternal
  onError(error: unknown): void
}

type Act = [InternalCause, ProcessableCommand]

const MOST_AT_ONCE = 100
/** What fell due since the last look is done by kind, as Zeebe does it; timers come first. */
const RANKS: string[] = ['job.recur', 'job.time-out', 'message.expire']
/** What failed because of a fault of ours is tried again after this time, not at once. */
const PAUSE_AFTER_FAULT = 60_000

/** Does what falls due (timers, leases, back-offs, messages), by kind and in the order in which it fell due: one wake-up, to the earliest row. */
export class DueWork {
  private armedAt: Instant | undefined
  private cancel = () => {}
  private isFiring = false
  private isStopped = false
  private readonly faulty = new Set<Key>()

  constructor(private readonly parts: DueWorkParts) {}

  /** Sets the wake-up to the earliest row; asked after every commit. */
  arm(): void {
    if (this.isFiring || this.isStopped) return
    const due = this.faulty.size > 0 ? this.afterFault() : this.parts.store.nextDue()
    if (due === this.armedAt) return
    this.cancel()
    this.armedAt = due
    this.cancel =
      due === undefined ? () => {} : this.parts.clock.wakeAt(due, () => this.fire().catch(this.parts.onError))
  }

  stop(): void {
    this.cancel()
    this.cancel = () => {}
    this.armedAt = undefined
    this.isStopped = true
  }

  private async fire(): Promise<void> {
    this.isFiring = true
    this.armedAt = undefined
    const { store, clock } = this.parts
    try {
      const due = store.due(clock.now(), MOST_AT_ONCE).filter(({ key }) => !this.faulty.has(key))
      if (due.length === 0) this.faulty.clear()
      const acts = due.map(each => ({ ...each, act: this.actFor(each) }))
      acts.sort((left, right) => rankOf(left.act) - rankOf(right.act))
      await Promise.all(acts.map(each => this.do(each)))
    } finally {
      this.isFiring = false
      this.arm()
    }
  }

  private async do({ key, act: [cause, command] }: Pick<Due, 'key'> & { act: Act }): Promise<void> {
    try {
      await this.parts.submit(cause, command)
    } catch (error) {
      if (error instanceof CommandRejected) return
      this.faulty.add(key)
      this.parts.onError(error)
    }
  }

  private actFor({ kind, key }: Due): Act {
    const { store } = this.parts
    if (kind === 'message') {
      const cause = store.find('message', { messageKey: key })?.cause
      return [about(key, 'message.expire', cause), { type: 'EXPIRE_MESSAGE', messageKey: key }]
    }
    if (kind === 'start') {
      const cause = store.find('start', { startKey: key })?.cause
      return [about(key, 'timer.trigger', cause), { type: 'TRIGGER_START_TIMER', timerKey: key }]
    }
    const row = kind === 'timer' ? store.find('timer', { timerKey: key }) : store.find('job', { jobKey: key })
    const processInstanceKey = row!.processInstanceKey
    const { timers, jobs } = this.parts.workspace.find(processInstanceKey)!.state
    if (kind === 'timer')
      return [
        about(key, 'timer.trigger', timers[key]?.cause, processInstanceKey),
        { type: 'TRIGGER_TIMER', timerKey: key },
      ]
    const job = jobs[key]
    return job?.state === 'ACTIVATED'
      ? [about(key, 'job.time-out', job.cause, processInstanceKey), { type: 'TIME_OUT_JOB', jobKey: key }]
      : [about(key, 'job.recur', job?.cause, processInstanceKey), { type: 'RECUR_JOB', jobKey: key }]
  }

  private afterFault(): Instant {
    return this.parts.clock.now() + PAUSE_AFTER_FAULT
  }
}

function rankOf([{ verb }]: Act): number {
  return RANKS.indexOf(verb)
}

function about(id: Key, verb: string, cause: number | undefined, processInstanceKey?: Key): InternalCause {
  return {
    kind: 'clock',
    id,
    verb,
    ...(cause !== undefined && { cause }),
    ...(processInstanceKey !== undefined && { processInstanceKey }),
  }
}
