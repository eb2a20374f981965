/** A day of the calendar, `2026-09-28`. */
export type OfficeDay = string
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000
/** The statutes count in Beijing time, which has had no daylight saving since 1991. */
const OFFSET_MS = 8 * HOUR_MS

/** The day on which an instant lies in Beijing. */
export function dayOf(instant: Instant): OfficeDay {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 10)
}

/** 24:00 of the day: when a limit in days is over (rule C8). */
export function endOf(day: OfficeDay): Instant {
  return numberOf(day) * DAY_MS + DAY_MS - OFFSET_MS
}

/** So many days later; negative: earlier. */
export function addDays(day: OfficeDay, days: number): OfficeDay {
  return new Date((numberOf(day) + days) * DAY_MS).toISOString().slice(0, 10)
}

/** The corresponding day so many months later, or the last of that month if it has none (民法典202条, rule C7). */
export function addMonths(day: OfficeDay, months: number): OfficeDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Days from one to the other; negative if it lies before. */
export function daysBetween(from: OfficeDay, to: OfficeDay): number {
  return numberOf(to) - numberOf(from)
}

export function yearOf(day: OfficeDay): number {
  return Number(day.slice(0, 4))
}

/** 0 is Sunday. */
export function weekdayOf(day: OfficeDay): number {
  return (((numberOf(day) + 4) % 7) + 7) % 7
}

/** Whether the text is a day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text
}

function numberOf(day: OfficeDay): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}
