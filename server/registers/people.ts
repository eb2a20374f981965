import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import { defineRegister } from './register.ts'

/** An office that somebody holds at an organisation; several at once are common. Office dates `YYYY-MM-DD`, both included. */
export interface Appointment {
  role: string
  org: string
  from: string
  to: string | null
}

export interface RegisteredPerson {
  personId: string
  name: string
  /** All appointments that are in force on the day asked for. */
  appointments: Appointment[]
}

export interface Organisation {
  orgId: string
  name: string
  /** The body in whose name it acts. */
  entity: string
}

/** Organisations, persons, their appointments and accounts: written by acts, read by sign-in, rules and pages. */
export const peopleRegisters: readonly Projection[] = [
  defineRegister({ name: 'organisations', table: 'organisation', key: 'org_id', columns: ['name', 'entity'] }),
  defineRegister({ name: 'persons', table: 'person', key: 'person_id', columns: ['name'] }),
  defineRegister({
    name: 'appointments',
    table: 'appointment',
    key: 'appointment_id',
    columns: ['personId', 'role', 'org', 'validFrom', 'validTo'],
  }),
  defineRegister({ name: 'accounts', table: 'account', key: 'account_id', columns: ['personId'] }),
]

/** What is asked of the registers of people; on any connection, also inside a transaction. */
export interface People {
  /** The person as of an office date; undefined if nobody of that id is registered. */
  findPerson(personId: string, date: string): RegisteredPerson | undefined
  findPersonOfAccount(accountId: string): string | undefined
  findAccountOfPerson(personId: string): string | undefined
  /** Everybody with an appointment in force on that date, by name; of one organisation or role if given. */
  listPeople(date: string, wanted?: { org?: string; role?: string }): RegisteredPerson[]
  nameOf(personId: string): string | undefined
  findOrganisation(orgId: string): Organisation | undefined
  listOrganisations(): Organisation[]
  hasHolderOf(role: string): boolean
}

const IN_FORCE = 'valid_from <= @date AND (valid_to IS NULL OR valid_to >= @date)'
const APPOINTMENT = 'role, org, valid_from AS "from", valid_to AS "to"'

/** Prepares the questions once. */
export function openPeople(db: Database): People {
  const name = db.prepare<[string], { name: string }>('SELECT name FROM person WHERE person_id = ?')
  const appointments = db.prepare<{ personId: string; date: string }, Appointment>(
    `SELECT ${APPOINTMENT} FROM appointment WHERE person_id = @personId AND ${IN_FORCE} ORDER BY valid_from, appointment_id`,
  )
  const appointed = db.prepare<Record<string, string | null>, { personId: string }>(
    `SELECT DISTINCT person_id AS personId FROM appointment JOIN person USING (person_id)
     WHERE ${IN_FORCE} AND (@org IS NULL OR org = @org) AND (@role IS NULL OR role = @role) ORDER BY person.name, person_id`,
  )
  const ofAccount = db.prepare<[string], { personId: string }>(
    'SELECT person_id AS personId FROM account WHERE account_id = ?',
  )
  const accountOf = db.prepare<[string], { accountId: string }>(
    'SELECT account_id AS accountId FROM account WHERE person_id = ? ORDER BY account_id',
  )
  const organisation = db.prepare<[string], Organisation>(
    'SELECT org_id AS orgId, name, entity FROM organisation WHERE org_id = ?',
  )
  const organisations = db.prepare<[], Organisation>(
    'SELECT org_id AS orgId, name, entity FROM organisation ORDER BY org_id',
  )
  const holder = db.prepare<[string]>('SELECT 1 FROM appointment WHERE role = ? LIMIT 1')
  const findPerson = (personId: string, date: string) => {
    const row = name.get(personId)
    return row && { personId, name: row.name, appointments: appointments.all({ personId, date }) }
  }
  return {
    findPerson,
    findPersonOfAccount: accountId => ofAccount.get(accountId)?.personId,
    findAccountOfPerson: personId => accountOf.get(personId)?.accountId,
    listPeople: (date, { org = null, role = null }: { org?: string | null; role?: string | null } = {}) =>
      appointed.all({ date, org, role }).map(row => findPerson(row.personId, date)!),
    nameOf: personId => name.get(personId)?.name,
    findOrganisation: orgId => organisation.get(orgId),
    listOrganisations: () => organisations.all(),
    hasHolderOf: role => holder.get(role) !== undefined,
  }
}
