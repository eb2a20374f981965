import type { Database } from 'better-sqlite3'
import { IN_FORCE } from './people.ts'

/** What the register of people is searched by. */
export interface PersonnelQuery {
  /** Part of a name, or an id. */
  q?: string | undefined
  org?: string | undefined
  role?: string | undefined
  limit: number
  /** Id of the last person of the page before. */
  after?: string | undefined
}

/** Somebody registered, whether in office or not. */
export interface PersonnelRow {
  personId: string
  name: string
  accountId: string | null
}

/** Everybody who is registered, by name. @param date the office date on which an appointment must be in force. */
export function openPersonnel(db: Database): (query: PersonnelQuery, date: string) => PersonnelRow[] {
  const list = db.prepare<object, PersonnelRow>(
    `SELECT person_id AS personId, name,
       (SELECT min(account_id) FROM account WHERE account.person_id = person.person_id) AS accountId
     FROM person
     WHERE (@q IS NULL OR instr(name, @q) > 0 OR instr(person_id, @q) > 0)
       AND ((@org IS NULL AND @role IS NULL) OR person_id IN (
         SELECT person_id FROM appointment
         WHERE ${IN_FORCE} AND (@org IS NULL OR org = @org) AND (@role IS NULL OR role = @role)))
       AND (@after IS NULL OR (name, person_id) > (SELECT name, person_id FROM person WHERE person_id = @after))
     ORDER BY name, person_id LIMIT @limit`,
  )
  return ({ q, org, role, limit, after }, date) =>
    list.all({ date, limit, ...{ q: q ?? null, org: org ?? null, role: role ?? null, after: after ?? null } })
}
