import { ORGANISATION_KINDS } from '../../registers/organisation-kinds.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { changeOf, changeRegisters } from './change-registers.ts'
import { Complaints } from './register-checks.ts'

/** What is kept of an organisation. */
export interface WantedOrganisation {
  name: string
  kind: string
  parent: string | null
  /** The body in whose name it acts; itself when none is given. */
  entity: string | null
}

/** Enters an organisation, or changes it. */
export async function putOrganisation(
  house: House,
  caller: Caller,
  orgId: string,
  { name, kind, parent, entity, reason }: WantedOrganisation & { reason?: string | undefined },
): Promise<void> {
  const complaints = new Complaints()
  complaints.oneOf('kind', kind, ORGANISATION_KINDS)
  const isKnown = (id: string) => id === orgId || house.people.findOrganisation(id) !== undefined
  if (parent !== null && !isKnown(parent)) complaints.add('parent', 'register.unknown-organisation', { found: parent })
  if (entity !== null && !isKnown(entity)) complaints.add('entity', 'register.unknown-organisation', { found: entity })
  if (parent !== null && isBelow(house, parent, orgId)) complaints.add('parent', 'register.circle')
  complaints.refuse()
  const change = changeOf(house, 'organisations', orgId, { name, kind, parent, entity: entity ?? orgId })
  await changeRegisters(house, caller, {
    verb: change.before ? 'organisation.change' : 'organisation.add',
    permission: 'administrate',
    subject: { orgId },
    changes: [change],
    reason,
  })
}

/** @throws Problem 404 or 409 when it is not, or already, registered. */
export function requireOrganisation(house: House, orgId: string, isRegistered: boolean): void {
  const found = house.people.findOrganisation(orgId) !== undefined
  if (found === isRegistered) return
  throw isRegistered ? new Problem('resource.not-found') : new Problem('register.taken', { id: orgId })
}

function isBelow(house: House, orgId: string, top: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = orgId; at !== null && !seen.has(at); ) {
    if (at === top) return true
    seen.add(at)
    at = house.people.findOrganisation(at)?.parent ?? null
  }
  return false
}
