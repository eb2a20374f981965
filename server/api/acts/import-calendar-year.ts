import { isDay, weekdayOf, yearOf } from '../../deadlines/office-day.ts'
import type { CalendarYear } from '../../deadlines/work-calendar.ts'
import { CommandRejected } from '../../engine/index.ts'
import { calendarYearRecord } from '../../registers/calendars.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { type WrongField, wrongFields } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'

/**
 * Brings in the announced working days of a year as the next version of the calendar. The limit clock then counts every
 * open limit again, each with an act of its own.
 * @throws Problem 422; CommandRejected 403, 409
 */
export async function importCalendarYear(house: House, caller: Caller, year: CalendarYear): Promise<number> {
  const version = house.calendars.latest().version + 1
  const deed = { kind: 'register' as const, verb: 'calendar.import', subject: { year: String(year.year) } }
  await refuseWithout('administrate', house, caller, deed)
  const wrong = objections(year)
  if (wrong.length > 0) throw wrongFields(wrong)
  await submit(house, caller, {
    ...deed,
    payload: { version, source: year.source },
    register: [calendarYearRecord(version, year)],
    permit: person => {
      requirePermission(person, 'administrate')
      // Another year came in with the same batch.
      if (house.calendars.latest().version + 1 !== version)
        throw new CommandRejected('INVALID_STATE', 'The calendar was changed elsewhere', { id: 'limit.newer' })
    },
  })
  return version
}

function objections({ year, holidays, workdays }: CalendarYear): WrongField[] {
  const wrongDay = (list: readonly string[], path: string, isRight: (day: string) => boolean): WrongField[] =>
    list.flatMap((day, index) =>
      isDay(day) && yearOf(day) === year && isRight(day)
        ? []
        : [{ path: `/${path}/${index}`, id: 'calendar.day', params: { day, year: String(year) } }],
    )
  const worked = new Set(workdays)
  return [
    ...(holidays.length === 0 ? [{ path: '/holidays', id: 'calendar.empty', params: {} }] : []),
    ...wrongDay(holidays, 'holidays', day => !worked.has(day)),
    // Only a weekend is made up; another day is worked anyway.
    ...wrongDay(workdays, 'workdays', day => weekdayOf(day) === 0 || weekdayOf(day) === 6),
  ]
}
