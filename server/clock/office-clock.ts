import type { Clock } from '../engine/index.ts'

/** Office time, whatever the machine's zone is: days, months and `today()` are counted in it. */
export const OFFICE_ZONE = 'Asia/Shanghai' as const

/** Time as the whole house sees it; never goes back. */
export interface OfficeClock extends Clock {
  /** Lets the clock stand at an instant (UTC ms), not before the present one; what fell due meanwhile is woken. */
  set(instant: number): void
  /** Lets a clock that was set run with the machine's again, as soon as that one has caught up. */
  release(): void
}

interface Alarm {
  instant: number
  wake: () => void
}

/** setTimeout takes 31 bits of milliseconds. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

/** The machine's clock, or, with an instant, one that stands there until somebody sets it. */
export function createOfficeClock(standsAt?: number): OfficeClock {
  return new SettableClock(standsAt)
}

class SettableClock implements OfficeClock {
  private readonly alarms = new Set<Alarm>()
  private latest: number
  private isRunning: boolean
  private timer: NodeJS.Timeout | undefined

  constructor(standsAt: number | undefined) {
    this.latest = standsAt ?? Number.NEGATIVE_INFINITY
    this.isRunning = standsAt === undefined
  }

  // Handed around as a function by those who only ask for the time.
  now = (): number => {
    if (this.isRunning) this.latest = Math.max(this.latest, Date.now())
    return this.latest
  }

  wakeAt(instant: number, wake: () => void): () => void {
    const alarm = { instant, wake }
    this.alarms.add(alarm)
    this.arm()
    return () => {
      this.alarms.delete(alarm)
      this.arm()
    }
  }

  set(instant: number): void {
    this.isRunning = false
    this.latest = Math.max(this.latest, instant)
    this.arm()
  }

  release(): void {
    this.isRunning = true
    this.arm()
  }

  private arm(): void {
    clearTimeout(this.timer)
    const due = [...this.alarms].filter(({ instant }) => this.isRunning || instant <= this.latest)
    if (due.length === 0) return
    const wait = Math.min(...due.map(({ instant }) => instant)) - this.now()
    this.timer = setTimeout(() => this.ring(), Math.min(Math.max(wait, 0), LONGEST_WAIT_MS))
  }

  private ring(): void {
    const instant = this.now()
    for (const alarm of [...this.alarms].sort((a, b) => a.instant - b.instant)) {
      if (alarm.instant <= instant && this.alarms.delete(alarm)) alarm.wake()
    }
    this.arm()
  }
}
