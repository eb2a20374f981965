import { addDays, dayOf, endOf, type Instant } from './office-day.ts'
import type { WorkCalendar } from './work-calendar.ts'

/**
 * Until when a limit is in its last working day at an instant: whatever is over by then has no further working day left
 * (the urgent warning of limits in days). On a day off it is the next working day's that counts.
 */
export function endOfLastWorkday(now: Instant, calendar: WorkCalendar): Instant {
  let day = dayOf(now)
  while (!calendar.isWorkday(day)) day = addDays(day, 1)
  do day = addDays(day, 1)
  while (!calendar.isWorkday(day))
  return endOf(addDays(day, -1))
}
