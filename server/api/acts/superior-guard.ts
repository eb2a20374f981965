import { isHead, isSuperior, type Office, officeOf } from '../../approvals/superiors.ts'
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
  if (!appointments.some(isHead)) return []
  const find = (org: string) => people.findOrganisation(org)
  const under = people
    .listPeople(officeDate(clock.now()))
    .flatMap(person =>
      person.appointments
        .filter(office => person.personId !== personId && appointments.some(own => isSuperior(own, office, find)))
        .flatMap(({ role, org }) => [assigneeQueue(person.personId), groupQueue(`${role}@${org}`)]),
    )
  return [...new Set(under)]
}
