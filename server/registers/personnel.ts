import type { Database } from 'better-sqlite3'
import type { OfficeDay } from '../deadlines/office-day.ts'
import type { BoundedPage } from './cases/bounded-list.ts'
import { holdsAll } from './cases/word-stream.ts'
import { allOf, orderedPage, type Place, type PlaceStream } from './ordered-list.ts'
import { IN_FORCE } from './people.ts'
import { openPersonnelStreams } from './personnel-words.ts'
import { openRegisterVersions } from './register-versions.ts'

/** What the register of people is searched by. */
export interface PersonnelQuery {
  /** Two characters of a name, or an id. */
  q?: string | undefined
  org?: string | undefined
  role?: string | undefined
  limit: number
  /** Where the page before ended. */
  after?: string | undefined
  /** Reads names as they were on the date, and leaves out who was neither registered nor in office then. */
  isPast?: boolean
}

/** Somebody registered, whether in office or not. */
export interface PersonnelRow {
  personId: string
  name: string
  accountId: string | null
}

/** The register of people by name, page by page. */
export interface Personnel {
  /** @param date the office date on which an appointment must be in force */
  page(query: PersonnelQuery, date: OfficeDay): BoundedPage<PersonnelRow>
  /** Everybody, one after another. */
  all(date: OfficeDay, isPast: boolean): Iterable<PersonnelRow>
}

/** Prepares the questions once. */
export function openPersonnel(db: Database): Personnel {
  const versions = openRegisterVersions(db)
  const byWord = openPersonnelStreams(db, 'people')
  const streams = openStreams(db)
  const row = db.prepare<[string], PersonnelRow>(
    `SELECT person_id AS personId, name,
       (SELECT min(account_id) FROM account WHERE account.person_id = person.person_id) AS accountId
     FROM person WHERE person_id = ?`,
  )
  const isInOffice = db.prepare<object>(
    `SELECT 1 FROM appointment WHERE person_id = @personId AND ${IN_FORCE}
       AND (@org IS NULL OR org = @org) AND (@role IS NULL OR role = @role) LIMIT 1`,
  )
  const holds = (personId: string, date: OfficeDay, org: string | null, role: string | null) =>
    isInOffice.get({ personId, date, org, role }) !== undefined
  const nameOn = (personId: string, date: OfficeDay) => {
    if (!versions.isKnown('persons', personId, date) && !holds(personId, date, null, null)) return undefined
    const name = versions.find('persons', personId, date)?.name
    return name === undefined ? undefined : String(name)
  }
  const found = (personId: string, date: OfficeDay, isPast: boolean): PersonnelRow | undefined => {
    const present = row.get(personId)
    if (!present || !isPast) return present
    const name = nameOn(personId, date)
    return name === undefined ? undefined : { personId, name, accountId: null }
  }
  return {
    page({ q = '', org = null, role = null, limit, after, isPast = false }: Nullable, date) {
      const find = (personId: string) => {
        const person = found(personId, date, isPast)
        if (!person || !holdsAll(`${person.name} ${personId}`, q)) return undefined
        return (org === null && role === null) || holds(personId, date, org, role) ? person : undefined
      }
      const ofOffice = org === null && role === null ? streams.all : streams.inOffice(org, role, date)
      return orderedPage((q && byWord(q)) || ofOffice, find, {
        limit,
        from: after === undefined ? undefined : streams.placeOf(after),
      })
    },
    all: (date, isPast) => allOf(streams.all, personId => found(personId, date, isPast)),
  }
}

type Nullable = Omit<PersonnelQuery, 'org' | 'role'> & {
  org?: string | null | undefined
  role?: string | null | undefined
}

/** By name: everybody, or who holds an office. */
function openStreams(db: Database) {
  const all = db.prepare<object, Place>(
    `SELECT name AS place, person_id AS id FROM person WHERE (name, person_id) > (@place, @id)
     ORDER BY name, person_id LIMIT @limit`,
  )
  // The roles one after another, so that the appointments of one organisation are found by the index of both.
  const inOffice = db.prepare<object, Place>(
    `WITH RECURSIVE held(id) AS (SELECT min(role) FROM appointment UNION ALL
       SELECT (SELECT min(role) FROM appointment WHERE role > held.id) FROM held WHERE held.id IS NOT NULL)
     SELECT DISTINCT name AS place, person_id AS id FROM appointment JOIN person USING (person_id)
     WHERE role IN (SELECT id FROM held WHERE @role IS NULL OR id = @role) AND (@org IS NULL OR org = @org) AND ${IN_FORCE}
       AND (name, person_id) > (@place, @id) ORDER BY name, person_id LIMIT @limit`,
  )
  const place = db.prepare<[string], Place>('SELECT name AS place, person_id AS id FROM person WHERE person_id = ?')
  return {
    all: ((after, limit) => all.all({ ...after, limit })) satisfies PlaceStream,
    inOffice:
      (org: string | null, role: string | null, date: OfficeDay): PlaceStream =>
      (after, limit) =>
        inOffice.all({ ...after, limit, org, date, role }),
    placeOf: (personId: string) => place.get(personId),
  }
}
