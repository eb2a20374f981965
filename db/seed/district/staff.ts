import { demoPeople } from '../people.ts'
import type { DemoPerson } from '../person-records.ts'
import { DEPARTMENT_POSTS, FIRST_STREET_POSTS, type Post, SINGLE_POSTS, STREET_POSTS } from './establishment.ts'
import { inventedName } from './names.ts'
import { departments } from './organisations.ts'
import { FIRST_STREET, streets } from './streets.ts'

export type Employee = DemoPerson & { hasAccount: boolean }

/** Everybody in the district beside the people of the first street, in a fixed order: the nth gets the nth name. */
export const staff: readonly Employee[] = employ()

/** Those of a street who hold a role, first come first; the hand-written people of the first street among them. */
export function holdersOf(street: string, role: string): readonly string[] {
  const group = `${role}@${street}`
  const known = holders.get(group) ?? findHolders(street, role)
  holders.set(group, known)
  return known
}

/** The nth of those who hold an office, as `role@org`, beside the people written by hand. */
export function personIn(group: string, n = 0): string {
  return employeeIn(group, n).personId
}

/** The same, with his papers. @throws Error when there are not so many */
export function employeeIn(group: string, n: number): Employee {
  const found = staff.filter(({ groups }) => groups.includes(group))[n]
  if (!found) throw new Error(`Expected ${n + 1} people with '${group}'`)
  return found
}

const holders = new Map<string, readonly string[]>()

function findHolders(street: string, role: string): string[] {
  const holds = ({ groups }: DemoPerson) => groups.some(group => group.startsWith(`${role}@${street}`))
  // Who reviews and handles at once is for cases of his own.
  const isSingle = ({ groups }: DemoPerson) => groups.length === 1 || role.startsWith('subdistrict-')
  const isFit = ({ certificateEnds }: DemoPerson) => certificateEnds === undefined
  return [...demoPeople, ...staff.filter(({ hasAccount }) => hasAccount)]
    .filter(person => holds(person) && isSingle(person) && isFit(person))
    .map(({ personId }) => personId)
}

function employ(): Employee[] {
  const bodies: (readonly [org: string, posts: readonly Post[]])[] = [
    [FIRST_STREET, FIRST_STREET_POSTS],
    ...streets.filter(({ id }) => id !== FIRST_STREET).map(({ id }) => [id, STREET_POSTS] as const),
    ...departments.map(([id]) => [id, DEPARTMENT_POSTS] as const),
    ...SINGLE_POSTS,
  ]
  const seats = bodies.flatMap(([org, posts]) => posts.flatMap(post => Array<Seat>(post.count).fill({ org, post })))
  return seats.map(employee)
}

interface Seat {
  org: string
  post: Post
}

function employee({ org, post: { roles, hasAccount, papers } }: Seat, n: number): Employee {
  const { id, name } = inventedName(n)
  const groups = roles.map(role => {
    const [office, part] = role.split('@')
    return `${office}@${org}${part}`
  })
  const number = String(n + 1).padStart(4, '0')
  return {
    ...{ personId: id, name, groups, hasAccount: hasAccount === true },
    ...(papers === 'enforcement' && { certificate: `E420106-1${number}` }),
    ...(papers === 'supervision' && { certificate: `S420106-1${number}` }),
    ...(papers === 'qualification' && { qualification: { number: `A20194202${number}`, since: '2021-03-01' } }),
  }
}
