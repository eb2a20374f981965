import { officeDate } from '../clock/office-date.ts'
import { objectionToHandler } from '../policies/index.ts'
import { HANDLER_ROLE } from './acts/task-guard.ts'
import type { House } from './house.ts'

/**
 * Who is offered as a handler: officers of a street with a valid enforcement certificate who are no auxiliaries; of a case
 * only those who were not recused from it and did nothing in it that bars them. The gate asks the same of who is named
 * otherwise, and tells the rule.
 */
export function eligibleOfficers(
  house: House,
  entity: string,
  caseNo: string | null,
): { label: string; value: string }[] {
  const { people, registers, recusals, participations, clock } = house
  const now = clock.now()
  const recused = new Set(caseNo === null ? [] : recusals.ofCase(caseNo))
  const history = (caseNo === null ? [] : participations.ofCase(caseNo)).map(({ personId, kind }) => ({
    personId,
    ...(kind !== null && { kind }),
  }))
  const isHere = (org: string) => people.findOrganisation(org)?.entity === entity
  return people
    .listPeople(officeDate(now), { role: HANDLER_ROLE })
    .filter(({ appointments }) => appointments.some(({ role, org }) => role === HANDLER_ROLE && isHere(org)))
    .filter(({ appointments }) => appointments.every(({ role }) => role !== 'street-aux'))
    .filter(({ personId, name }) => {
      const certificates = registers.certificates.certificatesOf(personId, now)
      const isCertified = certificates.some(({ kind, state }) => kind === 'enforcement' && state === 'valid')
      return isCertified && !recused.has(personId) && !objectionToHandler({ id: personId, name }, history)
    })
    .map(({ personId, name }) => ({ label: name, value: personId }))
}
