import { type OfficeDay, weekdayOf, yearOf } from './office-day.ts'

/** What the State Council announces for a year: days off beside the weekends, and weekends that are worked. */
export interface CalendarYear {
  year: number
  /** Where it is announced. */
  source: string
  /** Every day of the public holidays, weekends among them too. */
  holidays: OfficeDay[]
  /** Saturdays and Sundays that are working days (调休上班). */
  workdays: OfficeDay[]
}

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'made-up-workday'

/** The working days of the known years. A version never changes; an import makes the next one. */
export interface WorkCalendar {
  /** Counted up with each import; stands in every limit. */
  version: number
  /** Whether the year has been announced; if not, Monday to Friday is taken, and whatever rests on it is provisional. */
  knows(day: OfficeDay): boolean
  kindOf(day: OfficeDay): DayKind
  isWorkday(day: OfficeDay): boolean
}

/** A calendar of the given years. */
export function createWorkCalendar(version: number, years: readonly CalendarYear[]): WorkCalendar {
  const known = new Set(years.map(({ year }) => year))
  const holidays = new Set(years.flatMap(({ holidays }) => holidays))
  const workdays = new Set(years.flatMap(({ workdays }) => workdays))
  const kindOf = (day: OfficeDay): DayKind => {
    if (holidays.has(day)) return 'holiday'
    if (workdays.has(day)) return 'made-up-workday'
    const weekday = weekdayOf(day)
    return weekday === 0 || weekday === 6 ? 'weekend' : 'workday'
  }
  return {
    version,
    knows: day => known.has(yearOf(day)),
    kindOf,
    isWorkday: day => kindOf(day) === 'workday' || kindOf(day) === 'made-up-workday',
  }
}
