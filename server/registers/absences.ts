import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { OfficeDay } from '../deadlines/office-day.ts'
import type { Instant, Json } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'absences'

/** Why somebody is away: leave, illness, a trip on duty, a training, something else. */
export const ABSENCE_KINDS = ['leave', 'sick', 'trip', 'training', 'other'] as const
export type AbsenceKind = (typeof ABSENCE_KINDS)[number]

/** What is entered of an absence. Days are office days, both included. */
export interface AbsenceEntry {
  personId: string
  kind: AbsenceKind
  fromDay: OfficeDay
  toDay: OfficeDay
  substituteId: string | null
  note: string | null
}

export interface Absence extends AbsenceEntry {
  absenceId: string
  enteredBy: string
  enteredAt: Instant
  /** From this instant it counts no more. */
  endedAt: Instant | null
  endedBy: string | null
}

/** Who is away from when to when, and who takes over what he holds. */
export const absences: Projection = {
  name: `register ${REGISTER}`,
  tables: ['absence'],
  open(db) {
    const put = db.prepare(
      `INSERT INTO absence (absence_id, person_id, kind, from_day, to_day, substitute_id, note, entered_by, entered_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    const end = db.prepare('UPDATE absence SET ended_at = ?, ended_by = ? WHERE absence_id = ?')
    return ({ register = [], at, actor }) => {
      for (const { register: name, id, value = {} } of register) {
        if (name !== REGISTER) continue
        if (value.isEnded === true) end.run(at, actor.id, id)
        else {
          const { personId, kind, fromDay, toDay, substituteId, note } = value as unknown as AbsenceEntry
          put.run(id, personId, kind, fromDay, toDay, substituteId, note, actor.id, at)
        }
      }
    }
  },
}

/** The record that somebody will be away. */
export function absenceRecord(absenceId: string, entry: AbsenceEntry): RegisterRecord {
  return { register: REGISTER, op: 'put', id: absenceId, value: entry as unknown as Record<string, Json> }
}

/** The record that he is back, or never went. */
export function absenceEnded(absenceId: string): RegisterRecord {
  return { register: REGISTER, op: 'put', id: absenceId, value: { isEnded: true } }
}

export interface AbsenceQuery {
  /** Of this person. */
  personId?: string | undefined
  /** Only those that last until this day or longer, and were not ended. */
  since?: OfficeDay | undefined
  /** In a name. */
  q?: string | undefined
  limit: number
  /** Id of the last of the page before. */
  after?: string | undefined
}

export interface Absences {
  find(absenceId: string): Absence | undefined
  /** Those of a person that count on a day. */
  of(personId: string, day: OfficeDay): Absence | undefined
  /** Everybody who is away on a day, by his id. */
  on(day: OfficeDay): ReadonlyMap<string, Absence>
  /** One of the person that shares a day with this span and was not ended. */
  overlapping(personId: string, fromDay: OfficeDay, toDay: OfficeDay): Absence | undefined
  /** Those who are away latest first. */
  list(query: AbsenceQuery): Absence[]
}

const SELECT = `SELECT absence_id AS absenceId, person_id AS personId, kind, from_day AS fromDay, to_day AS toDay,
  substitute_id AS substituteId, note, entered_by AS enteredBy, entered_at AS enteredAt, ended_at AS endedAt,
  ended_by AS endedBy FROM absence`
const ON_DAY = 'ended_at IS NULL AND from_day <= @day AND to_day >= @day'

/** Prepares the questions once. */
export function openAbsences(db: Database): Absences {
  const one = db.prepare<[string], Absence>(`${SELECT} WHERE absence_id = ?`)
  const of = db.prepare<object, Absence>(`${SELECT} WHERE person_id = @personId AND ${ON_DAY} LIMIT 1`)
  const on = db.prepare<object, Absence>(`${SELECT} WHERE ${ON_DAY}`)
  const overlapping = db.prepare<object, Absence>(
    `${SELECT} WHERE person_id = @personId AND ended_at IS NULL AND from_day <= @toDay AND to_day >= @fromDay LIMIT 1`,
  )
  const list = db.prepare<object, Absence>(
    `${SELECT} WHERE (@personId IS NULL OR person_id = @personId)
       AND (@since IS NULL OR (ended_at IS NULL AND to_day >= @since))
       AND (@q IS NULL OR person_id IN (SELECT person_id FROM person WHERE instr(name, @q) > 0))
       AND (@after IS NULL OR (to_day, absence_id) < (SELECT to_day, absence_id FROM absence WHERE absence_id = @after))
     ORDER BY to_day DESC, absence_id DESC LIMIT @limit`,
  )
  return {
    find: absenceId => one.get(absenceId),
    of: (personId, day) => of.get({ personId, day }),
    on: day => new Map(on.all({ day }).map(each => [each.personId, each])),
    overlapping: (personId, fromDay, toDay) => overlapping.get({ personId, fromDay, toDay }),
    list: ({ personId, since, q, limit, after }) =>
      list.all({ personId: personId ?? null, since: since ?? null, q: q ?? null, limit, after: after ?? null }),
  }
}
