import type { Database } from 'better-sqlite3'

/** An office that somebody holds at an organisation; several at once are common. Office dates `YYYY-MM-DD`, both included. */
export interface Appointment {
  role: string
  org: string
  from: string
  to: string | null
  /** Stands in for the holder. */
  isActing: boolean
}

/** An appointment as it is kept, whether it is in force or not. */
export interface RegisteredAppointment extends Appointment {
  appointmentId: string
  /** Instant at which it was ended during its last day. */
  endedAt: string | null
}

/** A way to sign in. */
export interface Account {
  accountId: string
  personId: string
  isLocked: boolean
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
  parent: string | null
  kind: string | null
}

/** What is asked of the registers of people; on any connection, also inside a transaction. */
export interface People {
  /** The person as of an office date; undefined if nobody of that id is registered. */
  findPerson(personId: string, date: string): RegisteredPerson | undefined
  findAccount(accountId: string): Account | undefined
  findAccountOfPerson(personId: string): string | undefined
  /** Everybody with an appointment in force on that date, by name; of one organisation or role if given. */
  listPeople(date: string, wanted?: { org?: string; role?: string }): RegisteredPerson[]
  nameOf(personId: string): string | undefined
  findOrganisation(orgId: string): Organisation | undefined
  listOrganisations(): Organisation[]
  /** How many people hold an office there on that date. */
  countPeople(orgId: string, date: string): number
  hasHolderOf(role: string): boolean
  /** Every appointment of a person, the latest first. */
  appointmentsOf(personId: string): RegisteredAppointment[]
}

interface AppointmentRow extends Omit<RegisteredAppointment, 'isActing'> {
  capacity: string | null
}

/** SQL: in force on @date. One that was ended during its last day is over from that day on. */
export const IN_FORCE =
  'valid_from <= @date AND (valid_to IS NULL OR valid_to > @date OR (valid_to = @date AND ended_at IS NULL))'
const APPOINTMENT =
  'appointment_id AS appointmentId, role, org, valid_from AS "from", valid_to AS "to", capacity, ended_at AS endedAt'

const ORGANISATION = 'org_id AS orgId, name, entity, parent, kind'

/** Prepares the questions once. */
export function openPeople(db: Database): People {
  const name = db.prepare<[string], { name: string }>('SELECT name FROM person WHERE person_id = ?')
  const appointments = db.prepare<{ personId: string; date: string }, AppointmentRow>(
    `SELECT ${APPOINTMENT} FROM appointment WHERE person_id = @personId AND ${IN_FORCE} ORDER BY valid_from, appointment_id`,
  )
  const appointed = db.prepare<Record<string, string | null>, { personId: string }>(
    `SELECT DISTINCT person_id AS personId FROM appointment JOIN person USING (person_id)
     WHERE ${IN_FORCE} AND (@org IS NULL OR org = @org) AND (@role IS NULL OR role = @role) ORDER BY person.name, person_id`,
  )
  const allOf = db.prepare<[string], AppointmentRow>(
    `SELECT ${APPOINTMENT} FROM appointment WHERE person_id = ? ORDER BY valid_from DESC, appointment_id`,
  )
  const account = db.prepare<[string], { accountId: string; personId: string; state: string | null }>(
    'SELECT account_id AS accountId, person_id AS personId, state FROM account WHERE account_id = ?',
  )
  const accountOf = db.prepare<[string], { accountId: string }>(
    'SELECT account_id AS accountId FROM account WHERE person_id = ? ORDER BY account_id',
  )
  const organisation = db.prepare<[string], Organisation>(`SELECT ${ORGANISATION} FROM organisation WHERE org_id = ?`)
  const organisations = db.prepare<[], Organisation>(`SELECT ${ORGANISATION} FROM organisation ORDER BY org_id`)
  const holder = db.prepare<[string]>('SELECT 1 FROM appointment WHERE role = ? LIMIT 1')
  const count = db
    .prepare<object, number>(`SELECT count(DISTINCT person_id) FROM appointment WHERE org = @org AND ${IN_FORCE}`)
    .pluck()
  const findPerson = (personId: string, date: string) => {
    const row = name.get(personId)
    return row && { personId, name: row.name, appointments: appointments.all({ personId, date }).map(presentOf) }
  }
  return {
    findPerson,
    findAccount(accountId) {
      const row = account.get(accountId)
      return row && { accountId, personId: row.personId, isLocked: row.state === 'locked' }
    },
    findAccountOfPerson: personId => accountOf.get(personId)?.accountId,
    listPeople: (date, { org = null, role = null }: { org?: string | null; role?: string | null } = {}) =>
      appointed.all({ date, org, role }).map(row => findPerson(row.personId, date)!),
    nameOf: personId => name.get(personId)?.name,
    findOrganisation: orgId => organisation.get(orgId),
    listOrganisations: () => organisations.all(),
    countPeople: (org, date) => count.get({ org, date }) ?? 0,
    hasHolderOf: role => holder.get(role) !== undefined,
    appointmentsOf: personId =>
      allOf.all(personId).map(({ capacity, ...row }) => ({ ...row, isActing: capacity === 'acting' })),
  }
}

function presentOf({ role, org, from, to, capacity }: AppointmentRow): Appointment {
  return { role, org, from, to, isActing: capacity === 'acting' }
}
