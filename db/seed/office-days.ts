import { officeDate } from '../../server/clock/office-date.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const WEEKEND = [0, 6]

/** The date `YYYY-MM-DD` so many weekdays before the day of an instant (UTC ms); zero is that day itself. */
export function daysBack(instant: number, count: number): string {
  let day = Date.parse(officeDate(instant))
  for (let left = count; left > 0; ) {
    day -= DAY_MS
    if (!WEEKEND.includes(new Date(day).getUTCDay())) left -= 1
  }
  return new Date(day).toISOString().slice(0, 10)
}

/** The instant (UTC ms) of a time `hh:mm` on the clock of the office at a date. */
export const momentOf = (date: string, time: string): number => Date.parse(`${date}T${time}:00+08:00`)
