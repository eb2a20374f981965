import type { OfficeDay } from '../../deadlines/office-day.ts'
import type { WorkCalendar } from '../../deadlines/work-calendar.ts'

/** Holidays that fall on the same days every year, whatever a year's announcement adds around them. */
const EVERY_YEAR: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/** Whether a day is a statutory holiday; of a year that was not announced yet only the fixed ones are known. */
export function isHoliday(calendar: WorkCalendar, day: OfficeDay): boolean {
  return calendar.kindOf(day) === 'holiday' || EVERY_YEAR.has(day.slice('2026-'.length))
}
