import type { Person } from '../../identity/person.ts'
import type { RegisteredCase } from '../../registers/cases/case-queries.ts'
import type { House } from '../house.ts'
import { maySeeInstance, viewedOrganisations } from '../visibility.ts'

/** Offices at a street that work with its cases; auxiliary staff and dispatchers see what they are given. */
const CASE_ROLES: ReadonlySet<string> = new Set([
  ...['street-officer', 'center-legal-reviewer', 'center-director', 'pmo-legal-reviewer'],
  ...['subdistrict-deputy', 'subdistrict-head', 'case-review-committee', 'hearing-host', 'hearing-clerk'],
  ...['street-archivist', 'street-finance'],
])

/** Streets whose registers of cases somebody reads: by an office at the street, or by viewing it from above. */
export function streetsOf(house: House, person: Person): string[] {
  const own = person.appointments
    .filter(({ role }) => CASE_ROLES.has(role))
    .flatMap(({ org }) => house.people.findOrganisation(org)?.entity ?? [])
  const viewed = viewedOrganisations(house, person).filter(
    org => house.people.findOrganisation(org)?.kind === 'subdistrict',
  )
  return [...new Set([...own, ...viewed])]
}

/** Whether somebody may read a case: it is of his streets, he handles it, or he has to do with a procedure of it. */
export function maySeeCase(house: House, person: Person, found: RegisteredCase): boolean {
  return (
    streetsOf(house, person).includes(found.orgCode) ||
    found.handlers.some(({ personId }) => personId === person.personId) ||
    (person.permissions.includes('work') &&
      house.instances.keysOfCase(found.caseNo).some(key => maySeeInstance(house, person, key)))
  )
}

/** Whether somebody reads a register of cases at all. */
export function readsCases(house: House, person: Person): boolean {
  return streetsOf(house, person).length > 0
}

/** Whether a file is of a case, or a document of one, that somebody may read. */
export function isOfSeenCase(house: House, person: Person, fileId: string): boolean {
  const made = house.documents.withFile(fileId)
  const caseNos = [...house.cases.withFile(fileId), ...made.flatMap(({ caseNo }) => caseNo ?? [])]
  return (
    made.some(({ processInstanceKey: key }) => key !== null && maySeeInstance(house, person, key)) ||
    caseNos.some(caseNo => {
      const found = house.cases.find(caseNo)
      return found !== undefined && maySeeCase(house, person, found)
    })
  )
}
