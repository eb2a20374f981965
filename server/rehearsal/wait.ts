import { addDays, dayOf, type Instant } from '../deadlines/office-day.ts'
import type { WorkCalendar } from '../deadlines/work-calendar.ts'

/** The office's zone is always eight hours ahead of UTC. */
const OFFSET_MS = 28_800_000

/** The instant of a moment in Beijing, `2026-11-30 09:00`. */
export function instantOf(moment: string): Instant {
  return Date.parse(`${moment.replace(' ', 'T')}:00+08:00`)
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

/** An instant as a moment in Beijing. */
export function momentOf(instant: Instant): string {
  const local = new Date(instant + OFFSET_MS).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`
}
