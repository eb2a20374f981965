import type { Context } from 'hono'
import type { Environment } from '../environment.ts'
import { Problem } from '../problem.ts'
import { viewedOrganisations } from '../visibility.ts'

/**
 * The bodies whose rows somebody reads in a register between offices: his own and those he supervises; nothing for auditors,
 * who read all. @throws Problem 403 for who neither works nor supervises
 */
export function ownBodies({ var: { house, caller } }: Context<Environment>): ReadonlySet<string> | undefined {
  const { permissions, appointments } = caller.person
  if (permissions.includes('audit')) return undefined
  if (!permissions.includes('work') && !permissions.includes('supervise'))
    throw new Problem('permission.missing', { permission: 'permission.work' })
  const own = appointments.flatMap(({ org }) => house.people.findOrganisation(org)?.entity ?? [])
  return new Set([...own, ...viewedOrganisations(house, caller.person)])
}

/** Whether what is asked for stands in one of the texts, or in the name of a party. */
export function finder({ var: { house } }: Context<Environment>, asked = '') {
  const wanted = asked.trim().toLowerCase()
  return (texts: readonly (string | null)[], parties: readonly string[] = []): boolean => {
    if (wanted === '') return true
    const names = parties.map(org => house.people.findOrganisation(org)?.name ?? '')
    return [...texts, ...names].some(text => text?.toLowerCase().includes(wanted))
  }
}
