import type { Key } from '../engine/index.ts'
import type { Person } from '../identity/person.ts'
import type { UserTask } from '../projections/index.ts'
import type { House } from './house.ts'

/** Auditors and operators read every instance, others those they have to do with. */
export function readsEverything({ permissions }: Person): boolean {
  return permissions.includes('audit') || permissions.includes('operate')
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

/** Whether the person has to do with an instance: started it, handles its case, or had or has a task in it. */
export function maySeeInstance({ instances }: House, person: Person, processInstanceKey: Key): boolean {
  return readsEverything(person) || instances.isInvolved(processInstanceKey, person)
}

/** Whether the person may know of a task; what its case holds is another question, `maySeeInstance`. */
export function maySeeTask(house: House, person: Person, task: UserTask): boolean {
  return isTaskOf(person, task) || maySeeInstance(house, person, task.processInstanceKey)
}
