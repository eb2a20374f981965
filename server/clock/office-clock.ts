import type { Clock } from '../engine/index.ts'

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
  const alarms = new Set<Alarm>()
  let latest = standsAt ?? Number.NEGATIVE_INFINITY
  let running = standsAt === undefined
  let timer: NodeJS.Timeout | undefined

  function now(): number {
    if (running) latest = Math.max(latest, Date.now())
    return latest
  }

  function ring(): void {
    const instant = now()
    for (const alarm of [...alarms].sort((a, b) => a.instant - b.instant)) {
      if (alarm.instant <= instant && alarms.delete(alarm)) alarm.wake()
    }
    arm()
  }

  function arm(): void {
    clearTimeout(timer)
    const due = [...alarms].filter(({ instant }) => running || instant <= latest)
    if (due.length === 0) return
    const wait = Math.min(...due.map(({ instant }) => instant)) - now()
    timer = setTimeout(ring, Math.min(Math.max(wait, 0), LONGEST_WAIT_MS))
  }

  return {
    now,
    wakeAt(instant, wake) {
      const alarm = { instant, wake }
      alarms.add(alarm)
      arm()
      return () => {
        alarms.delete(alarm)
        arm()
      }
    },
    set(instant) {
      running = false
      latest = Math.max(latest, instant)
      arm()
    },
    release() {
      running = true
      arm()
    },
  }
}
