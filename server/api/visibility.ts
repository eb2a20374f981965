import type { Key } from '../engine/index.ts'
import type { Person } from '../identity/person.ts'
import { organisationsBelow, supervisedOrganisations } from '../identity/supervision.ts'
import type { UserTask } from '../projections/index.ts'
import { superiorOffice } from './acts/superior-guard.ts'
import type { House } from './house.ts'

/** Auditors and operators read every instance, others those they have to do with. */
export function readsEverything({ permissions }: Person): boolean {
  return permissions.includes('audit') || permissions.includes('operate')
}

/** The organisations whose business the person views: a supervisor by the tree, an auditor all of them. */
export function viewedOrganisations(
  { people }: Pick<House, 'people'>,
  { permissions, appointments }: Person,
): string[] {
  if (permissions.includes('audit')) return people.listOrganisations().map(({ orgId }) => orgId)
  return permissions.includes('supervise') ? supervisedOrganisations(appointments, people.listOrganisations) : []
}

/** The same, of one of them and what lies below it when one is named. */
export function viewedBelow(house: Pick<House, 'people'>, person: Person, org: string | undefined): string[] {
  const viewed = viewedOrganisations(house, person)
  if (org === undefined) return viewed
  const wanted = new Set(organisationsBelow(house.people.listOrganisations(), [org]))
  return viewed.filter(each => wanted.has(each))
}

/** Whether a task is or was the person's, or may become it. */
export function isTaskOf({ personId, groups }: Person, task: UserTask): boolean {
  return (
    task.assignee === personId ||
    task.completedBy === personId ||
    task.candidateUsers.includes(personId) ||
    task.candidateGroups.some(group => groups.includes(group))
  )
}

/** Whether the person has to do with an instance: started it, handles its case, had or has a task in it, or supervises it. */
export function maySeeInstance(house: House, person: Person, processInstanceKey: Key): boolean {
  return (
    readsEverything(person) ||
    house.instances.isInvolved(processInstanceKey, person) ||
    house.sheets.awaitsIn(processInstanceKey, person) ||
    supervisesInstance(house, person, processInstanceKey)
  )
}

/** Whether an instance is of an organisation whose business the person views. */
function supervisesInstance(house: House, person: Person, processInstanceKey: Key): boolean {
  if (!person.permissions.includes('supervise')) return false
  const org = house.instances.orgOf(processInstanceKey)
  return org !== undefined && viewedOrganisations(house, person).includes(org)
}

/** Whether the person may know of a task; what its case holds is another question, `maySeeInstance`. */
export function maySeeTask(house: House, person: Person, task: UserTask): boolean {
  return (
    isTaskOf(person, task) ||
    maySeeInstance(house, person, task.processInstanceKey) ||
    superiorOffice(house, person, task) !== undefined
  )
}
