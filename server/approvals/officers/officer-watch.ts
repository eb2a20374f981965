import { dayOf, endOf } from '../../deadlines/office-day.ts'
import type { Outcome } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { findDefects } from './find-defects.ts'
import type { Occasion, OfficerTools } from './officer-tools.ts'
import { refillShortCases } from './short-cases.ts'
import { takeBackTasks } from './take-back.ts'

/** Watches who may still do what he does. */
export interface OfficerWatch {
  /** When everything that has come by now is followed up. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Registers that can end what somebody may do. */
const ENDING: ReadonlySet<string> = new Set(['appointments', 'accounts', 'certificates', 'certificate-states'])

/** How long it waits after a follow-up failed, ms. */
const RETRY_AFTER_MS = 60_000

/**
 * Follows up at once what ends a certificate, an appointment or an account: open tasks go back for dispatch, cases left
 * with fewer than two valid officers ask for others, acts of an invalid period are listed. It looks at the state alone, so
 * a crash in between loses nothing: it looks at everybody when it starts, and at every midnight for what the day ended.
 */
export function openOfficerWatch(tools: OfficerTools): OfficerWatch {
  return new RunningWatch(tools)
}

class RunningWatch implements OfficerWatch {
  private cancelAlarm = () => {}
  private work: Promise<void> = Promise.resolve()
  private isClosed = false
  /** When everybody is looked at next, UTC ms. */
  private midnight = 0
  private readonly stopListening: () => void

  constructor(private readonly tools: OfficerTools) {
    this.stopListening = tools.engine.onCommit(outcomes => this.hear(outcomes))
    this.lookAtAll()
  }

  async settled(): Promise<void> {
    // The alarm rings a moment after its time.
    if (this.tools.clock.now() >= this.midnight) this.lookAtAll()
    for (let seen: Promise<void> | undefined; seen !== this.work; ) {
      seen = this.work
      await seen
    }
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.stopListening()
    this.cancelAlarm()
    await this.work
  }

  private hear(outcomes: readonly Outcome[]): void {
    // What changes a register alone leaves no records of the engine.
    const changed = outcomes.flatMap(({ seq, segments, replayed }) =>
      replayed || segments.length > 0 ? [] : this.concernedBy(seq),
    )
    if (changed.length > 0) this.enqueue(() => changed)
  }

  private concernedBy(seq: number): Occasion[] {
    const { register = [] } = this.tools.entryOf(seq) ?? {}
    const ids = new Set(register.flatMap(personIn))
    return [...ids].map(personId => ({ personId, cause: seq }))
  }

  private lookAtAll(): void {
    this.enqueue(() => {
      const { desks, certificates } = this.tools
      return [...new Set([...desks.holders(), ...certificates.holders()])].map(personId => ({
        personId,
        cause: undefined,
      }))
    })
    this.cancelAlarm()
    this.midnight = endOf(dayOf(this.tools.clock.now()))
    if (!this.isClosed) this.cancelAlarm = this.tools.clock.wakeAt(this.midnight, () => this.lookAtAll())
  }

  private enqueue(find: () => Occasion[]): void {
    this.work = this.work.then(async () => {
      for (const occasion of this.isClosed ? [] : find()) await this.look(occasion)
    })
  }

  private async look(occasion: Occasion): Promise<void> {
    if (this.isClosed) return
    try {
      await takeBackTasks(this.tools, occasion)
      await refillShortCases(this.tools, occasion)
      if (occasion.cause !== undefined || this.wasUncertified(occasion.personId))
        await findDefects(this.tools, occasion)
    } catch (error) {
      this.tools.onError(error)
      const { clock } = this.tools
      if (!this.isClosed) clock.wakeAt(clock.now() + RETRY_AFTER_MS, () => this.enqueue(() => [occasion]))
    }
  }

  /** Whether there ever was, or is, a moment at which a certificate of his did not count. */
  private wasUncertified(personId: string): boolean {
    const { certificates, clock } = this.tools
    return certificates
      .certificatesOf(personId, clock.now())
      .some(({ certificateId, state }) => state !== 'valid' || certificates.changesOf(certificateId).length > 0)
  }
}

function personIn({ register, id, value }: RegisterRecord): string[] {
  if (!ENDING.has(register)) return []
  return [typeof value?.personId === 'string' ? value.personId : id]
}
