import { OFFICE_ZONE } from '../clock/office-clock.ts'
import { addDays, dayOf, type Instant } from '../deadlines/office-day.ts'
import type { WorkCalendar } from '../deadlines/work-calendar.ts'

const OFFSET = OFFICE_ZONE === 'Asia/Shanghai' ? '+08:00' : 'Z'

/** The instant of a moment in Beijing, `2026-11-30 09:00`. */
export function instantOf(moment: string): Instant {
  return Date.parse(`${moment.replace(' ', 'T')}:00${OFFSET}`)
}

/** The same time of day so many working days later. */
export function workdaysLater(now: Instant, count: number, calendar: WorkCalendar): Instant {
  const today = dayOf(now)
  let day = today
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (calendar.isWorkday(day)) left--
  }
  return now + (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`))
}
