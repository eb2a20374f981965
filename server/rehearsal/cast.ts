import type { House } from '../api/house.ts'
import { officeDate } from '../clock/office-date.ts'

/** Who plays whom: each member of a cast is one person throughout, found when he first has something to do. */
export interface Cast {
  /** Who may be tried for a name, the likeliest first. */
  candidates(name: string): string[]
  /** Settles who plays a name. */
  bind(name: string, personId: string): void
  /** Who plays it, if that is settled. */
  find(name: string): string | undefined
}

/** More would be a guess. */
const MOST_TRIED = 30

/**
 * A cast of people of a house.
 * @param parts name → `role`, `role@org` or the id of a person
 */
export function openCast(house: House, parts: Readonly<Record<string, string>>): Cast {
  const bound = new Map<string, string>()
  return {
    find: name => bound.get(name),
    bind: (name, personId) => void bound.set(name, personId),
    candidates(name) {
      const known = bound.get(name)
      if (known !== undefined) return [known]
      const part = parts[name] ?? name
      if (house.people.findAccount(part) || house.people.nameOf(part) !== undefined) return [part]
      const [role = '', org] = part.split('@')
      const taken = new Set(bound.values())
      return house.people
        .listPeople(officeDate(house.clock.now()), { role, ...(org !== undefined && { org }) })
        .map(({ personId }) => personId)
        .filter(id => !taken.has(id) && house.people.findAccountOfPerson(id) !== undefined)
        .slice(0, MOST_TRIED)
    },
  }
}
