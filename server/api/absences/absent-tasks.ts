import { officeDate } from '../../clock/office-date.ts'
import type { Person } from '../../identity/person.ts'
import type { Absence } from '../../registers/absences.ts'
import { superiorOffice } from '../acts/superior-guard.ts'
import type { House } from '../house.ts'
import { userTaskJson } from '../user-task-json.ts'
import { readsEverything } from '../visibility.ts'
import type { AbsentTaskJson } from './schemas.ts'

const MOST_TASKS = 200

/** What lies with people who are away today, soonest due first: for their substitutes and superiors, and for who reads everything. */
export async function absentTasks(house: House, reader: Person): Promise<AbsentTaskJson[]> {
  const away = [...house.absences.on(officeDate(house.clock.now())).values()]
  const found = away.flatMap(absence => tasksOf(house, reader, absence))
  const first = found
    .toSorted((a, b) => (a.task.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.task.dueAt ?? Number.MAX_SAFE_INTEGER))
    .slice(0, MOST_TASKS)
  return Promise.all(
    first.map(async ({ task, absence, canTakeOver, canReassign }) => ({
      ...{ task: await userTaskJson(house, task), until: absence.toDay, canTakeOver, canReassign },
      substitute:
        absence.substituteId === null
          ? null
          : { id: absence.substituteId, name: house.people.nameOf(absence.substituteId) ?? absence.substituteId },
    })),
  )
}

function tasksOf(house: House, reader: Person, absence: Absence) {
  return house.desks.heldBy(absence.personId).flatMap(key => {
    const task = house.tasks.find(key)
    if (!task) return []
    const canTakeOver = absence.substituteId === reader.personId
    const canReassign = superiorOffice(house, reader, task) !== undefined
    return canTakeOver || canReassign || readsEverything(reader) ? [{ task, absence, canTakeOver, canReassign }] : []
  })
}
