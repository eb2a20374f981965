import { certificateRecord, personRecords } from '../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'

const SINCE = '2025-03-01'
const CERTIFICATE_FROM = '2025-01-01'
const CERTIFICATE_TO = '2030-12-31'

/** Somebody of the demonstration; all names are invented. */
export interface DemoPerson {
  personId: string
  name: string
  /** `role@org`, several at once. */
  groups: readonly string[]
  /** Number of the certificate; it begins with the letter of its kind. */
  certificate?: string
  /** Office date of its last day, when it is not the usual one. */
  certificateEnds?: string
  /** Of legal reviewers: their national qualification, or why they need none. */
  qualification?: { number?: string; since: string; exemption?: string }
}

/** What a register act writes to bring somebody in with all papers; account and person have one id. */
export function recordsOf({
  personId,
  name,
  groups,
  certificate,
  certificateEnds,
  qualification,
  hasAccount,
}: DemoPerson & { hasAccount: boolean }): RegisterRecord[] {
  const appointments = groups.map(group => {
    const [role = '', org = ''] = group.split('@')
    return { role, org, from: SINCE }
  })
  return [
    ...personRecords({ personId, name, appointments, ...(hasAccount && { accountId: personId }) }),
    ...(certificate === undefined ? [] : [certificateOf(personId, certificate, certificateEnds)]),
    ...(qualification === undefined ? [] : [qualificationOf(personId, qualification)]),
  ]
}

function certificateOf(personId: string, number: string, ends = CERTIFICATE_TO): RegisterRecord {
  const validFrom = ends < CERTIFICATE_TO ? '2020-01-01' : CERTIFICATE_FROM
  return certificateRecord({ personId, kind: kindOf(number), number, validFrom, validTo: ends })
}

function qualificationOf(
  personId: string,
  { number, since, exemption }: NonNullable<DemoPerson['qualification']>,
): RegisterRecord {
  const grantedOn = number === undefined ? null : '2019-03-20'
  const value = { number: number ?? null, grantedOn, reviewerSince: since, exemption: exemption ?? null }
  return { register: 'qualifications', op: 'put', id: personId, value }
}

const kindOf = (number: string) => (number.startsWith('S') ? 'supervision' : 'enforcement')
