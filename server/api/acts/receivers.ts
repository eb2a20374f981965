import { officeOf } from '../../approvals/superiors.ts'
import { officeDate } from '../../clock/office-date.ts'
import type { Person } from '../../identity/person.ts'
import { roleName } from '../../identity/roles.ts'
import type { UserTask } from '../../projections/index.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { describeObjection, Problem } from '../problem.ts'
import type { ReceiverJson } from '../schemas/sheet.ts'
import { superiorOffice } from './superior-guard.ts'
import { objectionToTask } from './task-guard.ts'

/** Those a task is for, each with what the rules would say if a superior gave it to him; only a superior may ask. */
export async function receiversOf(
  house: House,
  superior: Person,
  task: UserTask,
  language: Language,
): Promise<ReceiverJson[]> {
  if (!superiorOffice(house, superior, task)) throw new Problem('resource.not-found')
  const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
  const away = house.absences.on(officeDate(house.clock.now()))
  return candidatesOf(house, task)
    .filter(({ personId }) => personId !== task.assignee)
    .map(person => {
      const objection = objectionToTask(house, { verb: 'assign', person, task, words })
      return {
        id: person.personId,
        name: person.name,
        offices: person.appointments.map(({ role }) => roleName(role, language)),
        permitted: !objection,
        awayUntil: away.get(person.personId)?.toDay ?? null,
        why: objection ? (describeObjection(objection, language, '').detail ?? null) : null,
      }
    })
}

function candidatesOf({ people, clock }: House, { candidateGroups, candidateUsers }: UserTask) {
  const today = officeDate(clock.now())
  const inGroups = candidateGroups.flatMap(group => people.listPeople(today, officeOf(group)))
  const named = candidateUsers.flatMap(id => people.findPerson(id, today) ?? [])
  return [...new Map([...inGroups, ...named].map(person => [person.personId, person])).values()]
}
