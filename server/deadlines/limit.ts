import type { ExcludedPeriod, LimitRule } from './limit-rule.ts'
import { addDays, addMonths, dayOf, daysBetween, endOf, HOUR_MS, type Instant, type OfficeDay } from './office-day.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** Why a day on the way did not count, or why the last one moved. */
export interface SkippedDay {
  day: OfficeDay
  why: 'weekend' | 'holiday' | 'excluded' | 'rolled'
  /** Of an excluded day. */
  reason?: string
}

/** A limit with its reason: everything a person needs to count it again by hand. */
export interface Limit {
  rule: LimitRule
  start: Instant
  /** When it is over: 24:00 of the last day, or the hour itself. */
  due: Instant
  lastDay: OfficeDay
  /** Where the last day would move to; what STRICT shows beside its own (rule C6). */
  rolledDay: OfficeDay
  skipped: SkippedDay[]
  /** A day on the way lies in a year whose working days are not announced yet. */
  isProvisional: boolean
  calendarVersion: number
}

/**
 * Counts a limit. The day of the start does not count (民法典201条, rule C5); hours run from the start itself.
 * Work days leave out weekends and public holidays and count made-up working days (C1–C3, C8); days, months and years run through.
 */
export function countLimit(
  rule: LimitRule,
  start: Instant,
  calendar: WorkCalendar,
  excluded: readonly ExcludedPeriod[] = [],
): Limit {
  const isInDays = countsDays(rule)
  const counted = isInDays ? countDays(rule, dayOf(start), calendar, excluded) : undefined
  const due = counted ? endOf(counted.lastDay) : countHours(rule, start, excluded)
  const lastDay = counted?.lastDay ?? dayOf(due)
  const rolledDay = isInDays && rule.isLead !== true ? rolled(lastDay, calendar) : lastDay
  const moves = rule.mode === 'ROLL_FORWARD' && rolledDay !== lastDay
  return {
    rule,
    start,
    due: moves ? endOf(rolledDay) : due,
    lastDay: moves ? rolledDay : lastDay,
    rolledDay,
    skipped: [...(counted?.skipped ?? []), ...(moves ? between(lastDay, rolledDay).map(rolledOver) : [])],
    isProvisional: isInDays && !knowsAll(dayOf(start), rolledDay, calendar),
    calendarVersion: calendar.version,
  }
}

/** Whether a limit is over at the end of a day, and not at some minute of it. */
export function countsDays({ unit }: Pick<LimitRule, 'unit'>): boolean {
  return unit !== 'hour' && unit !== 'minute'
}

interface Counted {
  lastDay: OfficeDay
  skipped: SkippedDay[]
}

function countDays(
  rule: LimitRule,
  startDay: OfficeDay,
  calendar: WorkCalendar,
  excluded: readonly ExcludedPeriod[],
): Counted {
  const step = rule.isLead ? -1 : 1
  const skipped: SkippedDay[] = []
  let left = daysOf(rule, startDay)
  let day = startDay
  while (left > 0) {
    day = addDays(day, step)
    const why = skipping(day, rule, calendar, excluded)
    if (why) skipped.push(why)
    else left--
  }
  return { lastDay: day, skipped }
}

/** How many days have to count: months and years are the days up to their corresponding day. */
function daysOf({ number, unit, isLead }: LimitRule, startDay: OfficeDay): number {
  if (unit !== 'month' && unit !== 'year') return number
  const months = number * (unit === 'year' ? 12 : 1) * (isLead ? -1 : 1)
  return Math.abs(daysBetween(startDay, addMonths(startDay, months)))
}

function skipping(
  day: OfficeDay,
  { unit }: LimitRule,
  calendar: WorkCalendar,
  excluded: readonly ExcludedPeriod[],
): SkippedDay | undefined {
  const period = excluded.find(({ from, to }) => from <= day && day <= to)
  if (period) return { day, why: 'excluded', reason: period.reason }
  if (unit !== 'workday' || calendar.isWorkday(day)) return undefined
  return { day, why: calendar.kindOf(day) === 'holiday' ? 'holiday' : 'weekend' }
}

/** Hours run by the clock, and stand still in what does not count. */
function countHours({ number, unit, isLead }: LimitRule, start: Instant, excluded: readonly ExcludedPeriod[]): Instant {
  const length = number * (unit === 'hour' ? HOUR_MS : HOUR_MS / 60)
  if (isLead) return start - length
  let due = start + length
  for (const { begin, end } of united(excluded)) {
    const begun = Math.max(begin, start)
    if (end > start && begun < due) due += end - begun
  }
  return due
}

/** In the order of time, each moment once: periods may overlap. */
function united(excluded: readonly ExcludedPeriod[]): { begin: Instant; end: Instant }[] {
  const result: { begin: Instant; end: Instant }[] = []
  const spans = excluded.map(({ from, to, begins = endOf(addDays(from, -1)), ends = endOf(to) }) => ({
    begin: begins,
    end: ends,
  }))
  for (const { begin, end } of spans.sort((a, b) => a.begin - b.begin)) {
    const last = result.at(-1)
    if (!last || begin > last.end) result.push({ begin, end })
    else last.end = Math.max(last.end, end)
  }
  return result
}

function rolled(day: OfficeDay, calendar: WorkCalendar): OfficeDay {
  let next = day
  while (!calendar.isWorkday(next)) next = addDays(next, 1)
  return next
}

function between(from: OfficeDay, to: OfficeDay): OfficeDay[] {
  return Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index))
}

const rolledOver = (day: OfficeDay): SkippedDay => ({ day, why: 'rolled' })

function knowsAll(from: OfficeDay, to: OfficeDay, calendar: WorkCalendar): boolean {
  const [first, last] = from <= to ? [from, to] : [to, from]
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++)
    if (!calendar.knows(`${year}-01-01`)) return false
  return true
}
