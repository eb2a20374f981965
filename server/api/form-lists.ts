import { officeDate } from '../clock/office-date.ts'
import type { Json, Variables } from '../engine/index.ts'
import type { House } from './house.ts'

/** An option of a field, as forms write it. */
interface Choice {
  label: string
  value: string
}

/** Whose form it is: the body, and what its task knows. */
interface Asking {
  entity: string
  known: Variables
}

/** Lists a form may take its options from by `valuesKey`, by whom its task calls. */
export const formLists: Readonly<Record<string, (house: House, asking: Asking) => Choice[]>> = {
  /** Whom a body calls: a street the departments, a department the streets. */
  bodies: ({ people }, { entity }) => {
    const kinds =
      people.findOrganisation(entity)?.kind === 'subdistrict'
        ? ['empowering-department', 'department']
        : ['subdistrict']
    return people
      .listOrganisations()
      .filter(({ kind, orgId }) => kind !== null && kinds.includes(kind) && orgId !== entity)
      .map(({ orgId, name }) => ({ label: name, value: orgId }))
  },
  /** Everybody in office at the body of a task, or of the unit it asks. */
  unitStaff: ({ people, clock }, { entity, known }) => {
    const unit = (known.unit ?? null) as { org?: unknown } | null
    const body = typeof unit?.org === 'string' ? unit.org : entity
    const isHere = (org: string) => people.findOrganisation(org)?.entity === body
    return people
      .listPeople(officeDate(clock.now()))
      .filter(({ appointments }) => appointments.some(({ org }) => isHere(org)))
      .map(({ personId, name }) => ({ label: name, value: personId }))
  },
  /** Who may go on site for the body that was called. */
  branchOfficers: (house, { known }) =>
    officersOf(house, known.recvOfficer ?? known.leadOfficer).map(({ personId, name }) => ({
      label: name,
      value: personId,
    })),
  /** Their enforcement certificates, by number. */
  branchCertificates: (house, { known }) =>
    officersOf(house, known.recvOfficer).flatMap(({ personId, name }) =>
      house.registers.certificates
        .certificatesOf(personId, house.clock.now())
        .filter(({ kind }) => kind === 'enforcement')
        .map(({ number }) => ({ label: `${number}（${name}）`, value: number })),
    ),
}

/** Holders of an office written `role@org`. */
function officersOf({ people, clock }: House, office: Json | undefined) {
  const [role = '', org] = String(office ?? '').split('@')
  return people
    .listPeople(officeDate(clock.now()), { role })
    .filter(({ appointments }) => appointments.some(held => held.role === role && held.org === org))
}
