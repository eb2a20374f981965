import { isDay } from '../../deadlines/office-day.ts'
import { roles } from '../../identity/roles.ts'
import type { House } from '../house.ts'
import { type WrongField, wrongFields } from '../problem.ts'

/** Ids of people and accounts. */
export const PERSON_ID = /^[a-z][a-z0-9-]{1,40}$/

/** An appointment as somebody wants it entered; office dates `YYYY-MM-DD`, both included. */
export interface WantedAppointment {
  role: string
  org: string
  from: string
  to: string | null
  isActing: boolean
}

/** Complaints about what is to be entered, each at its member. */
export class Complaints {
  readonly found: WrongField[] = []

  add(member: string, id: string, params: WrongField['params'] = {}): void {
    this.found.push({ path: `/${member}`, id, params })
  }

  /** @returns whether the text is a day. */
  day(member: string, text: string): boolean {
    if (isDay(text)) return true
    this.add(member, 'register.not-a-day', { found: text })
    return false
  }

  /** From a day to a later or the same one; without an end it is open. */
  period(from: [member: string, day: string], to: [member: string, day: string | null]): void {
    const areDays = [this.day(...from), to[1] === null || this.day(to[0], to[1])]
    if (areDays.every(Boolean) && to[1] !== null && to[1] < from[1]) this.add(to[0], 'register.ends-before')
  }

  oneOf(member: string, found: string, allowed: readonly string[]): void {
    if (!allowed.includes(found)) this.add(member, 'register.unknown-value', { found, allowed: [...allowed] })
  }

  /** @throws Problem 422 with all of them, if there are any. */
  refuse(): void {
    if (this.found.length > 0) throw wrongFields(this.found)
  }
}

/** What is wrong with an appointment: role, organisation, days, and others of the same person it overlaps. */
export function checkAppointment(
  house: House,
  { role, org, from, to }: WantedAppointment,
  others: readonly { role: string; org: string; from: string; to: string | null }[],
  complaints: Complaints,
  [fromMember, toMember]: readonly [from: string, to: string] = ['from', 'to'],
): void {
  if (!Object.hasOwn(roles, role)) complaints.add('role', 'register.unknown-role', { found: role })
  const organisation = house.people.findOrganisation(org)
  if (!organisation) complaints.add('org', 'register.unknown-organisation', { found: org })
  // What was held there before may still be corrected; nobody new begins.
  else if (organisation.state === 'dissolved' && to === null)
    complaints.add('org', 'register.dissolved', { found: organisation.name })
  complaints.period([fromMember, from], [toMember, to])
  const overlaps = others.some(
    other => other.role === role && other.org === org && other.from <= (to ?? '9') && from <= (other.to ?? '9'),
  )
  if (overlaps) complaints.add(fromMember, 'register.overlaps')
}
