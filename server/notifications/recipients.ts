import type { OfficeDay } from '../deadlines/office-day.ts'
import { roles } from '../identity/roles.ts'
import type { People } from '../registers/people.ts'
import type { Recipient } from './telling.ts'

/** The persons whom recipients mean on a day, each once. */
export function personsOf(recipients: readonly Recipient[], people: People, day: OfficeDay): Set<string> {
  return new Set(recipients.flatMap(recipient => personsMeant(recipient, people, day)))
}

function personsMeant(recipient: Recipient, people: People, day: OfficeDay): string[] {
  if ('person' in recipient) return [recipient.person]
  if ('group' in recipient) {
    const [role = '', org = ''] = recipient.group.split('@')
    return holders(people, day, role, org)
  }
  if ('role' in recipient) {
    const { role, near } = recipient
    if (near === undefined) return people.listPeople(day, { role }).map(({ personId }) => personId)
    return nearest({ role, near }, people, day)
  }
  const able = Object.keys(roles).filter(role => roles[role]?.permissions.includes(recipient.permission))
  return able.flatMap(role => people.listPeople(day, { role }).map(({ personId }) => personId))
}

function holders(people: People, day: OfficeDay, role: string, org: string): string[] {
  return people.listPeople(day, { role, org }).map(({ personId }) => personId)
}

/** Looks in the organisations themselves, then in what is above them and in everything else below that, and so on upwards. */
function nearest({ role, near }: { role: string; near: readonly string[] }, people: People, day: OfficeDay): string[] {
  const all = people.listOrganisations()
  const parentOf = new Map(all.map(({ orgId, parent }) => [orgId, parent]))
  const seen = new Set<string>()
  for (let level = new Set(near); level.size > 0; ) {
    const found = [...level].flatMap(org => holders(people, day, role, org))
    if (found.length > 0) return found
    for (const org of level) seen.add(org)
    const above = new Set([...level].flatMap(org => parentOf.get(org) ?? []))
    const below = all.filter(({ parent }) => parent !== null && above.has(parent)).map(({ orgId }) => orgId)
    level = new Set([...above, ...below].filter(org => !seen.has(org)))
  }
  return []
}
