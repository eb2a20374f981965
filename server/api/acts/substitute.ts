import { officeDate } from '../../clock/office-date.ts'
import type { Json, Outcome } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { objectionToTakingOver } from '../../policies/index.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { refusalOf } from '../problem.ts'
import { submit } from '../submit.ts'
import { subjectOf } from './complete-user-task.ts'
import { guardedVerb } from './guarded-verb.ts'
import { refuseSigned } from './sheet-guard.ts'
import { actingAs, openTaskNow, requireTask, visibleTask } from './task-guard.ts'

/**
 * The registered substitute takes over a task of somebody who is away. He passes every rule as if he claimed it.
 * @throws CommandRejected 403 by R-ABSENCE, R-LAWFUL or what bars him himself
 */
export async function takeOver(house: House, caller: Caller, userTaskKey: string): Promise<Outcome> {
  const task = visibleTask(house, caller.person, userTaskKey)
  const { processInstanceKey } = task
  const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
  const payload: Record<string, Json> = { assignee: caller.person.personId }
  const register: RegisterRecord[] = []
  const { personId: assignee } = caller.person
  return submit(house, caller, {
    kind: 'engine',
    verb: 'user-task.substitute',
    ...(task.caseNo !== null && { caseNo: task.caseNo }),
    subject: subjectOf(task),
    payload,
    register,
    appointment: actingAs(caller.person, task),
    commands: [
      { type: 'ASSIGN_USER_TASK', userTaskKey, processInstanceKey, assignee, mode: 'assign', action: 'substitute' },
    ],
    permit: person => {
      const now = openTaskNow(house, userTaskKey)
      const holder = now.assignee ?? undefined
      const absence = holder === undefined ? undefined : house.absences.of(holder, officeDate(house.clock.now()))
      const objection = objectionToTakingOver(person.personId, { holder, substituteId: absence?.substituteId })
      if (objection || !absence) throw refusalOf(objection!)
      refuseSigned(house, userTaskKey)
      requireTask(house, { verb: 'assign', person, task: now, words })
      const reason = `${absence.fromDay}～${absence.toDay}`
      Object.assign(payload, { from: absence.personId, absenceId: absence.absenceId, reason })
      const used = { verb: 'substitute', task, words, reason, from: absence.personId, to: assignee } as const
      register.splice(0, register.length, guardedVerb(used))
    },
  })
}
