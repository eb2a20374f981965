import { type Command, CommandRejected, type Json, type Outcome } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { endRecord, type TaskNow, type UserTask } from '../../projections/index.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { refusalOf } from '../problem.ts'
import { submit } from '../submit.ts'
import { registered } from './assign-user-task.ts'
import { subjectOf } from './complete-user-task.ts'
import { guardedVerb } from './guarded-verb.ts'
import { refuseSigned } from './sheet-guard.ts'
import { superiorOffice } from './superior-guard.ts'
import { actingAs, openTaskNow, requireTask, visibleTask } from './task-guard.ts'

/** Gives a task one holds back to its candidates, and says why. What was filled in stays as the holder's draft. */
export async function handBack(
  house: House,
  caller: Caller,
  { userTaskKey, reason }: { userTaskKey: string; reason: string },
): Promise<Outcome> {
  const task = visibleTask(house, caller.person, userTaskKey)
  const { processInstanceKey } = task
  const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
  const register: RegisterRecord[] = []
  return submit(house, caller, {
    ...deedOn(task, 'user-task.hand-back'),
    register,
    payload: { from: caller.person.personId, reason },
    appointment: actingAs(caller.person, task),
    commands: [{ type: 'UNASSIGN_USER_TASK', userTaskKey, processInstanceKey, action: 'hand-back' }],
    permit: person => {
      const now = openTaskNow(house, userTaskKey)
      requireTask(house, { verb: 'release', person, task: now, words })
      if (now.assignee === null) throw nobodyHolds(userTaskKey)
      refuseSigned(house, userTaskKey)
      refuseWithoutOthers(now, person.personId)
      const used = { verb: 'hand-back', task, words, reason, from: person.personId } as const
      register.splice(0, register.length, guardedVerb(used))
    },
  })
}

/**
 * A superior gives a task to somebody else of those it is for, and says why. The receiver passes the rules as if he
 * claimed it; a signature that waits for a second one ends with it.
 */
export async function reassign(
  house: House,
  caller: Caller,
  { userTaskKey, assignee, reason }: { userTaskKey: string; assignee: string; reason: string },
): Promise<Outcome> {
  const task = visibleTask(house, caller.person, userTaskKey)
  const { processInstanceKey } = task
  const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
  const payload: Record<string, Json> = { assignee, reason }
  const register: RegisterRecord[] = []
  const command: Command = {
    type: 'ASSIGN_USER_TASK',
    userTaskKey,
    processInstanceKey,
    assignee,
    mode: 'assign',
    action: 'reassign',
  }
  return submit(house, caller, {
    ...deedOn(task, 'user-task.reassign'),
    payload,
    register,
    appointment: superiorOffice(house, caller.person, task) ?? actingAs(caller.person, task),
    commands: [command],
    permit: person => {
      const now = openTaskNow(house, userTaskKey)
      if (!superiorOffice(house, person, now)) throw refusalOf({ id: 'task.not-superior', rule: 'R-ROLE', basis: [] })
      requireTask(house, { verb: 'assign', person: registered(house, assignee), task: now, words })
      if (now.assignee === assignee) throw alreadyHis(userTaskKey, assignee)
      Object.assign(payload, now.assignee === null ? {} : { from: now.assignee })
      const sheet = house.sheets.find(userTaskKey)
      const used = { verb: 'reassign', task, words, reason, hasSecond: true } as const
      const record = guardedVerb({ ...used, from: now.assignee, to: assignee })
      register.splice(0, register.length, record, ...(sheet ? [endRecord(userTaskKey, sheet)] : []))
    },
  })
}

function deedOn(task: UserTask, verb: string) {
  return {
    kind: 'engine' as const,
    verb,
    ...(task.caseNo !== null && { caseNo: task.caseNo }),
    subject: subjectOf(task),
  }
}

function nobodyHolds(userTaskKey: string): CommandRejected {
  return new CommandRejected('INVALID_STATE', `Nobody holds user task ${userTaskKey}`, { id: 'task.not-held' })
}

function alreadyHis(userTaskKey: string, assignee: string): CommandRejected {
  return new CommandRejected('INVALID_STATE', `User task ${userTaskKey} is held by '${assignee}'`, {
    id: 'task.his-already',
  })
}

/** What nobody else could take up would lie there for ever. */
function refuseWithoutOthers({ userTaskKey, candidateGroups, candidateUsers }: TaskNow, holder: string): void {
  if (candidateGroups.length > 0 || candidateUsers.some(id => id !== holder)) return
  throw new CommandRejected('INVALID_STATE', `User task ${userTaskKey} has no other candidate`, {
    id: 'task.no-candidates',
  })
}
