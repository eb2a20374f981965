import type { Database } from 'better-sqlite3'
import type { CertificateKind, CertificateState } from './certificates.ts'

/** Somebody who enforces or supervises enforcement, or who held a certificate for it (reg.officers). */
export interface Officer {
  personId: string
  name: string
  /** `role@org` of his present offices. */
  groups: string[]
  staffing: string | null
  qualification: string | null
  /** Hours of training credited this year. */
  hours: number
  certificates: { number: string; kind: CertificateKind; state: CertificateState }[]
}

export interface OfficerQuery {
  /** Part of a name or of a certificate's number. */
  q?: string | undefined
  /** The body he works for. */
  org?: string | undefined
  limit: number
  /** Id of the last of the page before. */
  after?: string | undefined
}

type Row = Omit<Officer, 'groups' | 'certificates'> & { groups: string; certificates: string }

const LIST = `
  SELECT person.person_id AS personId, person.name, staff.staffing,
    coalesce(qualification.number, qualification.exemption) AS qualification,
    (SELECT coalesce(sum(CAST(hours AS REAL)), 0) FROM training_hour AS training
     WHERE training.person_id = person.person_id AND held_on BETWEEN substr(@day, 1, 4) || '-01-01' AND @day
       AND coalesce(result, 'passed') = 'passed') AS hours,
    (SELECT json_group_array(role || '@' || org) FROM appointment WHERE appointment.person_id = person.person_id
       AND valid_from <= @day AND (valid_to IS NULL OR valid_to >= @day) AND ended_at IS NULL) AS groups,
    (SELECT json_group_array(json_object('number', number, 'kind', kind, 'state', CASE
        WHEN turn <> 'valid' THEN turn WHEN valid_to < @day THEN 'expired' WHEN valid_from > @day THEN 'pending' ELSE 'valid' END))
     FROM (SELECT certificate.*, coalesce((SELECT state FROM certificate_state AS change
         WHERE change.certificate_id = certificate.certificate_id AND effective_at <= @instant
         ORDER BY effective_at DESC LIMIT 1), 'valid') AS turn
       FROM certificate WHERE certificate.person_id = person.person_id ORDER BY valid_to DESC)) AS certificates
  FROM person LEFT JOIN staff_member AS staff USING (person_id) LEFT JOIN qualification USING (person_id)
  WHERE (person.person_id IN (SELECT person_id FROM certificate) OR person.person_id IN (
      SELECT person_id FROM appointment WHERE role IN ('street-officer', 'dept-officer', 'justice-office-supervisor', 'justice-supervisor')
        AND valid_from <= @day AND (valid_to IS NULL OR valid_to >= @day) AND ended_at IS NULL))
    AND (@q IS NULL OR instr(person.name, @q) > 0 OR person.person_id IN (SELECT person_id FROM certificate WHERE instr(number, @q) > 0))
    AND (@org IS NULL OR person.person_id IN (SELECT person_id FROM appointment JOIN organisation ON org_id = appointment.org
      WHERE entity = @org AND valid_from <= @day AND (valid_to IS NULL OR valid_to >= @day)))
    AND person.person_id > @after
  ORDER BY person.person_id LIMIT @limit`

/** Officers with their papers as of an office day and an instant of it (ISO). */
export function openOfficers(db: Database): (query: OfficerQuery, day: string, instant: string) => Officer[] {
  const list = db.prepare<object, Row>(LIST)
  return ({ q, org, limit, after }, day, instant) =>
    list.all({ day, instant, limit, q: q ?? null, org: org ?? null, after: after ?? '' }).map(row => ({
      ...row,
      groups: JSON.parse(row.groups) as string[],
      certificates: JSON.parse(row.certificates) as Officer['certificates'],
    }))
}
