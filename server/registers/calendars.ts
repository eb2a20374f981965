import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import { type CalendarYear, createWorkCalendar, type WorkCalendar } from '../deadlines/work-calendar.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'calendar-years'

/** A year as it was brought in. */
export interface ImportedYear extends CalendarYear {
  version: number
}

/** The announced years, version by version. */
export const calendarYears: Projection = {
  name: `register ${REGISTER}`,
  tables: ['calendar_year'],
  open(db) {
    const put = db.prepare(
      'INSERT INTO calendar_year (version, year, source, holidays, workdays) VALUES (?, ?, ?, ?, ?)',
    )
    return ({ register = [] }) => {
      for (const { register: name, id, value = {} } of register)
        if (name === REGISTER)
          put.run(Number(id), value.year, value.source, JSON.stringify(value.holidays), JSON.stringify(value.workdays))
    }
  },
}

/** What is asked of the calendar; on any connection. */
export interface Calendars {
  /** The newest version; version 0, which knows no year, before any was brought in. */
  latest(): WorkCalendar
  /** As it was: limits name the version they were counted with. */
  at(version: number): WorkCalendar
  years(): ImportedYear[]
}

interface Row {
  version: number
  year: number
  source: string
  holidays: string
  workdays: string
}

/** Prepares the questions once; the newest calendar is kept as long as the newest row is the same. */
export function openCalendars(db: Database): Calendars {
  const newest = db.prepare<[], Row>('SELECT * FROM calendar_year ORDER BY version DESC LIMIT 1')
  const upTo = db.prepare<[number], Row>('SELECT * FROM calendar_year WHERE version <= ? ORDER BY version')
  let known: { row: string; calendar: WorkCalendar } | undefined
  const at = (version: number) => {
    // The latest announcement of a year holds.
    const years = new Map(upTo.all(version).map(row => [row.year, importedYear(row)]))
    return createWorkCalendar(version, [...years.values()])
  }
  return {
    latest() {
      const newestRow = newest.get()
      // A version that was rolled back may come again with other days, so the whole row is compared.
      const row = JSON.stringify(newestRow ?? null)
      if (known?.row !== row) known = { row, calendar: at(newestRow?.version ?? 0) }
      return known.calendar
    },
    at,
    years: () => upTo.all(Number.MAX_SAFE_INTEGER).map(importedYear),
  }
}

function importedYear({ version, year, source, holidays, workdays }: Row): ImportedYear {
  return { version, year, source, holidays: JSON.parse(holidays), workdays: JSON.parse(workdays) }
}

/** The record of an act that brings a year in, as the given version of the calendar. */
export function calendarYearRecord(
  version: number,
  { year, source, holidays, workdays }: CalendarYear,
): RegisterRecord {
  return { register: REGISTER, op: 'put', id: String(version), value: { year, source, holidays, workdays } }
}
