import { officeDate } from '../../server/clock/office-date.ts'
import { createWorkCalendar } from '../../server/deadlines/work-calendar.ts'
import { year2026 } from '../../server/deadlines/year-2026.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const OFFICE_OFFSET_MS = 8 * 60 * 60 * 1000
const calendar = createWorkCalendar(1, [year2026])

/** The date `YYYY-MM-DD` so many working days before the day of an instant (UTC ms); zero is that day itself, less is later. */
export function daysBack(instant: number, count: number): string {
  let day = Date.parse(officeDate(instant))
  const step = Math.sign(count) * DAY_MS
  for (let left = Math.abs(count); left > 0; ) {
    day -= step
    if (calendar.isWorkday(dateOf(day))) left -= 1
  }
  return dateOf(day)
}

const dateOf = (day: number) => new Date(day).toISOString().slice(0, 10)

/** The instant (UTC ms) of a time `hh:mm` on the clock of the office at a date. */
export const momentOf = (date: string, time: string): number => Date.parse(`${date}T${time}:00+08:00`)

/** The minute of an instant (UTC ms) on the clock of the office, as forms hold it. */
export const minuteOf = (instant: number): string =>
  `${new Date(instant + OFFICE_OFFSET_MS).toISOString().slice(0, 16)}+08:00`
