import type { RegisterRecord } from '../journal/act.ts'

/** A person to be, with appointments and perhaps an account. */
export interface NewPerson {
  personId: string
  name: string
  /** Office dates `YYYY-MM-DD`, both included; without an end it holds until further notice. */
  appointments: readonly { role: string; org: string; from: string; to?: string }[]
  accountId?: string
}

/** What an act writes into the registers to bring a person in. */
export function personRecords({ personId, name, appointments, accountId }: NewPerson): RegisterRecord[] {
  return [
    put('persons', personId, { name }),
    ...appointments.map(({ role, org, from, to }) =>
      put('appointments', `${personId}/${role}@${org}/${from}`, {
        personId,
        role,
        org,
        validFrom: from,
        validTo: to ?? null,
      }),
    ),
    ...(accountId === undefined ? [] : [put('accounts', accountId, { personId })]),
  ]
}

/** What an act writes to enter a certificate; its kind and number name it. */
export function certificateRecord(certificate: {
  personId: string
  kind: string
  number: string
  validFrom: string
  validTo: string
}): RegisterRecord {
  return put('certificates', `${certificate.kind}-${certificate.number}`, { ...certificate })
}

/** What an act writes to bring an organisation in; `entity` is the body in whose name it acts. */
export function organisationRecord(
  orgId: string,
  name: string,
  entity: string,
  place: { parent?: string; kind?: string } = {},
): RegisterRecord {
  return put('organisations', orgId, { name, entity, parent: place.parent ?? null, kind: place.kind ?? null })
}

function put(register: string, id: string, value: Record<string, string | null>): RegisterRecord {
  return { register, op: 'put', id, value }
}
