import { isInLine } from '../../approvals/superiors.ts'
import { dayOf } from '../../deadlines/office-day.ts'
import type { Key } from '../../engine/index.ts'
import type { PolicyCase } from '../../policies/index.ts'
import type { House } from '../house.ts'

/** The body that handles a case: as it is registered, else as its procedures say; a case number begins with it (街号). */
function orgOfCase({ cases, instances }: House, caseNo: string): string {
  const registered = cases.find(caseNo)?.orgCode
  const said =
    registered ??
    instances
      .keysOfCase(caseNo)
      .map(key => instances.orgOf(key))
      .find(Boolean)
  return said ?? caseNo.split('-')[0]!
}

/** Whether an organisation is the one that handles a case, acts in the same body's name, or lies above it. */
export function isInLineOfCase(house: House, caseNo: string): (org: string) => boolean {
  const office = orgOfCase(house, caseNo)
  return org => isInLine(org, office, orgId => house.people.findOrganisation(orgId))
}

/** The same of the office whose work a task is: that of its case, or of its instance. */
export function isInLineOfWork(
  house: House,
  { caseNo, processInstanceKey }: { caseNo: string | null; processInstanceKey: Key },
): (org: string) => boolean {
  if (caseNo !== null) return isInLineOfCase(house, caseNo)
  const office = house.instances.orgOf(processInstanceKey)
  return org => office !== undefined && isInLine(org, office, orgId => house.people.findOrganisation(orgId))
}

/** The field of law of a case, by its matter: what says which periods do not count in its limits. */
export function fieldOfLaw({ cases, items, clock }: House, caseNo: string | null): string | undefined {
  const itemCode = caseNo === null ? undefined : cases.find(caseNo)?.itemCode
  return itemCode === undefined ? undefined : items.find(itemCode, dayOf(clock.now()))?.domain
}

/** That a case stands still, as the rules know it. */
export function suspensionNow({ suspensions }: House, caseNo: string): PolicyCase['suspension'] {
  const current = suspensions.current(caseNo)
  return current && { since: dayOf(current.fromAt), ground: current.ground }
}
