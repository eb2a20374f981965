import { Temporal } from 'temporal-polyfill'
import { type Cron, parseCron } from './cron.ts'

/** How a timer that fires again and again was written: repetitions of an interval, or cron. */
export type TimerCycle = Repetition | { cron: Cron }

/** ISO 8601: `R3/PT1H`, `R/2030-01-07T09:00:00Z/P1D`. */
export interface Repetition {
  /** -1: without end. */
  repetitions: number
  /** When it fires first; absent: one interval from now. */
  start?: number
  interval: Temporal.Duration
  /** In which zone months and days are counted, when the start names one. */
  zone?: string
}

/** Reads what stands in a `timeCycle`; undefined when it is neither a repetition nor cron. */
export function parseTimerCycle(text: string): TimerCycle | undefined {
  if (!text.startsWith('R')) {
    const cron = parseCron(text)
    return cron && { cron }
  }
  const [, times, start, interval] = /^R(-?\d*)\/(?:(.*)\/)?([^/]+)$/.exec(text) ?? []
  if (times === undefined || times === '-') return undefined
  try {
    return {
      repetitions: times === '' ? -1 : Number(times),
      ...(start !== undefined && startOf(start)),
      interval: Temporal.Duration.from(interval!),
    }
  } catch {
    return undefined
  }
}

/**
 * When a cycle fires next.
 * @param previous when it fired last, or should have; absent: it is new
 * @param zone in which months and days are counted, unless the start of the cycle names one
 * @returns UTC ms, never before `now`: what was missed collapses into one (ENGINE T3). Undefined when there is no next time.
 */
export function nextOf(cycle: TimerCycle, now: number, zone: string, previous?: number): number | undefined {
  if ('cron' in cycle) return cycle.cron.next(now)
  const { start, interval } = cycle
  if (previous === undefined) return start === undefined ? add(now, interval, zone) : Math.max(start, now)
  return Math.max(add(previous, interval, cycle.zone ?? zone), now)
}

function startOf(text: string): { start: number; zone?: string } {
  const [, zone] = /\[(.+)\]$/.exec(text) ?? []
  if (zone === undefined) return { start: Temporal.Instant.from(text).epochMilliseconds }
  return { start: Temporal.ZonedDateTime.from(text).epochMilliseconds, zone }
}

function add(from: number, interval: Temporal.Duration, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).add(interval).epochMilliseconds
}

/** What is wrong with a text that is no cycle. */
export function cycleProblem(text: string): string {
  if (!text.startsWith('R')) {
    const fields = text.trim().split(/\s+/).length
    return fields === 6
      ? `Expected a cron expression, but found "${text}"`
      : `Cron expression must consist of 6 fields (found ${fields} in "${text}")`
  }
  if (!text.includes('/')) return 'No interval given'
  if (!/^R-?\d*\//.test(text)) return 'Cannot parse repetitions count'
  return text.slice(text.lastIndexOf('/') + 1).startsWith('PT')
    ? 'Text cannot be parsed to a Duration'
    : 'Text cannot be parsed to a Period'
}
