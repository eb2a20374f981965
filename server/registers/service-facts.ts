import type { Database } from 'better-sqlite3'

/** Hours of training credited to somebody within a period. */
export interface CreditedHours {
  common: number
  professional: number
}

/** How somebody stands in the establishment on a day. */
export interface Staffing {
  personId: string
  org: string
  staffing: string
  post: string
}

/** A valid certificate with what the registers of service know of its holder: what a clean-up compares. */
export interface HolderInService {
  certificateId: string
  certNo: string
  certType: string
  /** Office date of its last day. */
  validTo: string
  personId: string
  name: string
  /** The body in whose name he acts; none: he holds no office any more. */
  entity: string | null
  /** `civilServant`, `careerStaff` or `other`; none: the establishment does not know him. */
  staffing: string | null
  /** Office month in which he reaches the age of retirement by the table; none where it does not say. */
  retiresIn: string | null
}

/** Questions about people's service: establishment, training, retirement. Office dates are `YYYY-MM-DD`. */
export interface ServiceFacts {
  hoursOf(personId: string, from: string, to: string): CreditedHours
  /** Whether a retraining was passed on a day or later. */
  isRetrained(personId: string, since: string): boolean
  staffingOf(personId: string, day: string): Staffing | undefined
  /** Everybody who holds a valid certificate at an instant of that day; by certificate. */
  inService(day: string, instant: string): HolderInService[]
}

const IN_SERVICE = `
  SELECT certificate_id AS certificateId, number AS certNo, certificate.kind AS certType, certificate.valid_to AS validTo,
    certificate.person_id AS personId, coalesce(person.name, certificate.person_id) AS name, staff.staffing,
    (SELECT organisation.entity FROM appointment JOIN organisation ON organisation.org_id = appointment.org
     WHERE appointment.person_id = certificate.person_id AND appointment.valid_from <= @day
       AND (appointment.valid_to IS NULL OR appointment.valid_to >= @day) AND appointment.ended_at IS NULL
     ORDER BY appointment.valid_from, appointment_id LIMIT 1) AS entity,
    (SELECT strftime('%Y-%m', date(staff.born_in || '-01', '+' || CAST(age_months AS INTEGER) || ' months'))
     FROM retirement_age AS age WHERE age.category = staff.category AND age.born_from <= staff.born_in
       AND (age.born_to IS NULL OR age.born_to >= staff.born_in) AND age.valid_from <= @day
       AND (age.valid_to IS NULL OR age.valid_to >= @day)
     ORDER BY age.born_from DESC LIMIT 1) AS retiresIn
  FROM certificate LEFT JOIN person ON person.person_id = certificate.person_id
    LEFT JOIN staff_member AS staff ON staff.person_id = certificate.person_id AND staff.valid_from <= @day
      AND (staff.valid_to IS NULL OR staff.valid_to >= @day)
  WHERE certificate.valid_from <= @day AND certificate.valid_to >= @day AND coalesce((
    SELECT state FROM certificate_state AS change
    WHERE change.certificate_id = certificate.certificate_id AND effective_at <= @instant
    ORDER BY effective_at DESC LIMIT 1), 'valid') = 'valid'
  ORDER BY entity, number`

/** Prepares the questions once. */
export function openServiceFacts(db: Database): ServiceFacts {
  const hours = db.prepare<object, { kind: string; hours: number }>(
    `SELECT kind, sum(CAST(hours AS REAL)) AS hours FROM training_hour
     WHERE person_id = @personId AND held_on BETWEEN @from AND @to AND coalesce(result, 'passed') = 'passed' GROUP BY kind`,
  )
  const retrained = db.prepare<object>(
    `SELECT 1 FROM training_hour WHERE person_id = @personId AND kind = 'retraining' AND result = 'passed' AND held_on >= @since LIMIT 1`,
  )
  const staffing = db.prepare<object, Staffing>(
    `SELECT person_id AS personId, org, staffing, post FROM staff_member
     WHERE person_id = @personId AND valid_from <= @day AND (valid_to IS NULL OR valid_to >= @day)`,
  )
  const inService = db.prepare<object, HolderInService>(IN_SERVICE)
  return {
    hoursOf(personId, from, to) {
      const found = new Map(hours.all({ personId, from, to }).map(row => [row.kind, row.hours]))
      return { common: found.get('common') ?? 0, professional: found.get('professional') ?? 0 }
    },
    isRetrained: (personId, since) => retrained.get({ personId, since }) !== undefined,
    staffingOf: (personId, day) => staffing.get({ personId, day }),
    inService: (day, instant) => inService.all({ day, instant }),
  }
}
