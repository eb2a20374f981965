import { isHead, isInLine, isSuperior, type Office, officeOf } from '../../approvals/superiors.ts'
import { officeDate } from '../../clock/office-date.ts'
import type { Person } from '../../identity/person.ts'
import { assigneeQueue, groupQueue, type UserTask } from '../../projections/index.ts'
import type { House } from '../house.ts'

type Holders = Pick<UserTask, 'candidateGroups' | 'candidateUsers' | 'assignee'>

/** The office under which somebody is the superior of those a task is for, if he is. */
export function superiorOffice(house: House, person: Person, task: Holders): Office | undefined {
  if (!person.appointments.some(isHead)) return undefined
  const offices = officesOf(house, task)
  return person.appointments.find(own =>
    offices.some(office => isSuperior(own, office, org => house.people.findOrganisation(org))),
  )
}

/** The offices a task is for; of people named one by one those they hold. */
function officesOf({ people, clock }: House, { candidateGroups, candidateUsers, assignee }: Holders): Office[] {
  if (candidateGroups.length > 0) return candidateGroups.map(officeOf)
  const named = [...candidateUsers, ...(assignee === null ? [] : [assignee])]
  return named.flatMap(id => people.findPerson(id, officeDate(clock.now()))?.appointments ?? [])
}

/** The queues in which the work of those under somebody stands: each one's own, and those of their offices. */
export function teamQueuesOf({ people, clock }: House, { personId, appointments }: Person): string[] {
  const heads = appointments.filter(isHead)
  if (heads.length === 0) return []
  const find = (org: string) => people.findOrganisation(org)
  const today = officeDate(clock.now())
  const orgs = people.listOrganisations().filter(({ orgId }) => heads.some(({ org }) => isInLine(org, orgId, find)))
  const staff = orgs.flatMap(({ orgId }) => people.listPeople(today, { org: orgId }))
  const under = staff.flatMap(person =>
    person.appointments
      .filter(office => person.personId !== personId && heads.some(own => isSuperior(own, office, find)))
      .flatMap(({ role, org }) => [assigneeQueue(person.personId), groupQueue(`${role}@${org}`)]),
  )
  return [...new Set(under)]
}
