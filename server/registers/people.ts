import type { Database } from 'better-sqlite3'
import { peopleDefinitions } from './people-registers.ts'
import { tableOn } from './register-version-sql.ts'

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
  /** `dissolved`, or nothing while it stands. */
  state?: string | null
  /** What it was merged into. */
  successor?: string | null
}

/** An appointment with who holds it. */
export interface HeldAppointment extends RegisteredAppointment {
  personId: string
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
  /** As it stands today, or stood on a day. */
  findOrganisation(orgId: string, day?: string): Organisation | undefined
  listOrganisations(day?: string): Organisation[]
  /** What becomes of organisations on later days, the nearest first. */
  comingChanges(day?: string): (Organisation & { validFrom: string })[]
  /** Appointments at an organisation that hold on a day or later. */
  appointmentsAt(orgId: string, day: string): HeldAppointment[]
  /** How many hold each office there on a date: by organisation and role. */
  countRoles(date: string): { org: string; role: string; people: number }[]
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

/** As it was registered, or as the latest change that has come by @today made it. */
const organisationFrom = (table: string): string => `SELECT base.org_id AS orgId, ${['name', 'entity', 'parent', 'kind']
  .map(column => `iif(change.change_id IS NULL, base.${column}, change.${column}) AS ${column}`)
  .join(', ')}, change.state, change.successor
  FROM ${table} AS base LEFT JOIN organisation_change AS change ON change.change_id = (
    SELECT change_id FROM organisation_change AS latest WHERE latest.org_id = base.org_id AND latest.valid_from <= @today
    ORDER BY latest.valid_from DESC LIMIT 1)`
/** Later than every day: a question that does not say which day it is asked on sees every change. */
const EVER = '9999-12-31'

/** Prepares the questions once. */
export function openPeople(db: Database, today: () => string = () => EVER): People {
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
  const organisations = openOrganisations(db, today)
  const coming = db.prepare<[string], Organisation & { validFrom: string }>(
    `SELECT org_id AS orgId, name, entity, parent, kind, state, successor, valid_from AS validFrom FROM organisation_change
     WHERE valid_from > ? ORDER BY valid_from, org_id`,
  )
  const heldAt = db.prepare<object, AppointmentRow & { personId: string }>(
    `SELECT person_id AS personId, ${APPOINTMENT} FROM appointment
     WHERE org = @orgId AND (valid_to IS NULL OR valid_to >= @day) AND ended_at IS NULL ORDER BY appointment_id`,
  )
  const counted = db.prepare<object, { org: string; role: string; people: number }>(
    `SELECT org, role, count(DISTINCT person_id) AS people FROM appointment WHERE ${IN_FORCE} GROUP BY org, role`,
  )
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
    ...organisations,
    comingChanges: (day = today()) => coming.all(day),
    appointmentsAt: (orgId, day) =>
      heldAt.all({ orgId, day }).map(({ capacity, ...row }) => ({ ...row, isActing: capacity === 'acting' })),
    countRoles: date => counted.all({ date }),
    countPeople: (org, date) => count.get({ org, date }) ?? 0,
    hasHolderOf: role => holder.get(role) !== undefined,
    appointmentsOf: personId =>
      allOf.all(personId).map(({ capacity, ...row }) => ({ ...row, isActing: capacity === 'acting' })),
  }
}

/** What an organisation is today, or was on a day: as it had been recorded by then, and changed from a day on. */
function openOrganisations(db: Database, today: () => string): Pick<People, 'findOrganisation' | 'listOrganisations'> {
  const asItStands = organisationFrom('organisation')
  const asItWas = organisationFrom(tableOn(peopleDefinitions.organisations, undefined))
  const [one, all] = [' WHERE base.org_id = @orgId', ' ORDER BY base.org_id']
  const found = db.prepare<object, Organisation>(asItStands + one)
  const foundThen = db.prepare<object, Organisation>(asItWas + one)
  const listed = db.prepare<object, Organisation>(asItStands + all)
  const listedThen = db.prepare<object, Organisation>(asItWas + all)
  const first = db
    .prepare<[], string | null>(`SELECT min(recorded_on) FROM register_version WHERE register = 'organisations'`)
    .pluck()
  /** Before the first record of all, what was recorded first. */
  const recorded = (day: string) => [day, first.get() ?? day].sort().at(-1)!
  return {
    findOrganisation(orgId, day) {
      const now = today()
      if (day === undefined || day >= now) return found.get({ orgId, today: day ?? now })
      return foundThen.get({ orgId, today: day, day: recorded(day) })
    },
    listOrganisations(day) {
      const now = today()
      if (day === undefined || day >= now) return listed.all({ today: day ?? now })
      return listedThen.all({ today: day, day: recorded(day) })
    },
  }
}

function presentOf({ role, org, from, to, capacity }: AppointmentRow): Appointment {
  return { role, org, from, to, isActing: capacity === 'acting' }
}
