import type { Organisation } from '../registers/people.ts'
import { roles } from './roles.ts'

/**
 * The organisations whose business somebody views as a supervisor, by the tree as it stands: everything below his own
 * organisation or below the one it belongs to. Viewing gives no task.
 */
export function supervisedOrganisations(
  appointments: readonly { role: string; org: string }[],
  organisations: () => readonly Organisation[],
): string[] {
  const offices = appointments.filter(({ role }) => roles[role]?.supervises !== undefined)
  if (offices.length === 0) return []
  const all = organisations()
  const tops = offices.map(({ role, org }) => {
    const parent = all.find(({ orgId }) => orgId === org)?.parent ?? null
    return roles[role]?.supervises === 'above' ? (parent ?? org) : org
  })
  return organisationsBelow(all, tops)
}

/** The organisations named with everything below them. */
export function organisationsBelow(all: readonly Organisation[], tops: readonly string[]): string[] {
  const found = new Set(tops)
  // A set is walked while it grows; a circle ends where it began.
  for (const top of found) for (const { orgId, parent } of all) if (parent === top) found.add(orgId)
  return [...found]
}

/** Whether somebody is only an outsider here: every office he holds is one of those outside the house. */
export function isOutsider(appointments: readonly { role: string }[]): boolean {
  return appointments.length > 0 && appointments.every(({ role }) => roles[role]?.isOutside === true)
}

/** Whether names and numbers of parties are kept from somebody, whatever else he may read: each of his offices reads masked. */
export function readsMasked(appointments: readonly { role: string }[]): boolean {
  return appointments.length > 0 && appointments.every(({ role }) => roles[role]?.readsMasked === true)
}
