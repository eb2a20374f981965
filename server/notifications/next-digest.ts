import { addDays, dayOf, endOf, HOUR_MS } from '../deadlines/office-day.ts'
import type { WorkCalendar } from '../deadlines/work-calendar.ts'

/** Collected mail goes out at half past eight. */
const DIGEST_AFTER_MIDNIGHT_MS = 8.5 * HOUR_MS

/** The next half past eight on a working day, UTC ms. In a year nobody has announced, every day will do: it is only mail. */
export function nextDigest(now: number, calendar: WorkCalendar): number {
  for (let day = dayOf(now); ; day = addDays(day, 1)) {
    const at = startOf(day) + DIGEST_AFTER_MIDNIGHT_MS
    if (at > now && (!calendar.knows(day) || calendar.isWorkday(day))) return at
  }
}

const startOf = (day: string): number => endOf(addDays(day, -1))
