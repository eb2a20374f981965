import type { Limit } from './limit.ts'
import { addDays, dayOf, endOf, HOUR_MS, type Instant, type OfficeDay } from './office-day.ts'
import type { WorkCalendar } from './work-calendar.ts'

const DAY_MS = 24 * HOUR_MS

/** When people are warned before a limit is over. */
export interface Warnings {
  /** One third is left; absent where it would come with the second warning or after it. */
  remindAt?: Instant
  /** One working day is left; of a limit in hours, one sixth. */
  urgentAt: Instant
}

/** The two warnings of a limit, never before its start; of a provisional limit both come a day earlier. */
export function warningsOf(limit: Limit, calendar: WorkCalendar): Warnings {
  const { rule, start, due, isProvisional } = limit
  const earlier = isProvisional ? DAY_MS : 0
  const isInHours = rule.unit === 'hour' || rule.unit === 'minute'
  const notBeforeStart = (instant: Instant) => Math.max(instant - earlier, start)
  const urgentAt = notBeforeStart(isInHours ? due - (due - start) / 6 : lastWorkdayLeft(limit, calendar))
  const remindAt = notBeforeStart(rule.unit === 'workday' ? lastThirdOfWorkdays(limit) : due - (due - start) / 3)
  return { ...(remindAt < urgentAt && { remindAt: Math.floor(remindAt) }), urgentAt: Math.floor(urgentAt) }
}

/** The end of the working day before the last one that lies in the limit. */
function lastWorkdayLeft({ lastDay }: Limit, calendar: WorkCalendar): Instant {
  return endOf(workdayBefore(calendar.isWorkday(lastDay) ? lastDay : workdayBefore(lastDay, calendar), calendar))
}

/** A third of the days, rounded up to whole ones (procedures say so of limits in work days). */
function lastThirdOfWorkdays({ start, lastDay, skipped, rule }: Limit): Instant {
  const off = new Set(skipped.map(({ day }) => day))
  let left = Math.ceil(rule.number / 3)
  let day = lastDay
  while (left > 0 && day > dayOf(start)) {
    if (!off.has(day)) left--
    day = addDays(day, -1)
  }
  while (off.has(day)) day = addDays(day, -1)
  return endOf(day)
}

function workdayBefore(day: OfficeDay, calendar: WorkCalendar): OfficeDay {
  let before = addDays(day, -1)
  while (!calendar.isWorkday(before)) before = addDays(before, -1)
  return before
}
