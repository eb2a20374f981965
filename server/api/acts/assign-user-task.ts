import { officeDate } from '../../clock/office-date.ts'
import { CommandRejected, type Outcome } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import type { TaskNow, UserTask } from '../../projections/index.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { submit } from '../submit.ts'
import { subjectOf } from './complete-user-task.ts'
import { guardedVerb, requireVerb } from './guarded-verb.ts'
import { refuseSigned } from './sheet-guard.ts'
import { actingAs, openTaskNow, requireTask, visibleTask } from './task-guard.ts'

export interface Assignment {
  userTaskKey: string
  /** Default: the caller claims it. */
  assignee?: string | undefined
  action?: 'claim' | 'assign' | undefined
  reason?: string | undefined
}

/** Claims a task, or gives it to somebody the rules allow; whoever gives it must hold it or be a candidate himself. */
export async function assignUserTask(house: House, caller: Caller, assignment: Assignment): Promise<Outcome> {
  const { userTaskKey, reason } = assignment
  const assignee = assignment.assignee ?? caller.person.personId
  const isOwn = assignee === caller.person.personId
  const mode = assignment.action ?? (isOwn ? 'claim' : 'assign')
  const task = visibleTask(house, caller.person, userTaskKey)
  const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
  const register: RegisterRecord[] = []
  return submit(house, caller, {
    ...deedOn(task),
    register,
    // For somebody else a claim is an assignment, whatever it calls itself.
    verb: mode === 'claim' && isOwn ? 'user-task.claim' : 'user-task.assign',
    payload: {
      assignee,
      ...(!isOwn && task.assignee !== null && { from: task.assignee }),
      ...(reason !== undefined && { reason }),
    },
    appointment: actingAs(caller.person, task),
    commands: [
      {
        type: 'ASSIGN_USER_TASK',
        userTaskKey,
        processInstanceKey: task.processInstanceKey,
        assignee,
        mode,
        action: mode,
      },
    ],
    permit: person => {
      const now = openTaskNow(house, userTaskKey)
      if (mode === 'claim') refuseTaken(house, now, assignee)
      if (!isOwn) refuseSigned(house, userTaskKey)
      if (!isOwn) requireTask(house, { verb: 'release', person, task: now, words })
      const receiver = isOwn ? person : registered(house, assignee)
      requireTask(house, { verb: isOwn ? 'claim' : 'assign', person: receiver, task: now, words })
      // To name who does what nobody holds takes it from nobody.
      const isTransfer = !isOwn && now.assignee !== null && now.assignee !== assignee
      const used = { verb: 'transfer', task, words, reason, from: now.assignee, to: assignee } as const
      register.splice(0, register.length, ...(isTransfer ? [guardedVerb(used)] : []))
    },
  })
}

/** Puts a task back among its candidates. */
export async function releaseUserTask(house: House, caller: Caller, userTaskKey: string): Promise<Outcome> {
  const task = visibleTask(house, caller.person, userTaskKey)
  const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
  return submit(house, caller, {
    ...deedOn(task),
    verb: 'user-task.release',
    appointment: actingAs(caller.person, task),
    commands: [
      {
        type: 'UNASSIGN_USER_TASK',
        userTaskKey,
        processInstanceKey: task.processInstanceKey,
        action: 'unassign',
      },
    ],
    permit: person => {
      const now = openTaskNow(house, userTaskKey)
      requireTask(house, { verb: 'release', person, task: now, words })
      refuseSigned(house, userTaskKey)
      requireVerb({ verb: 'release', task, words })
    },
  })
}

function deedOn(task: UserTask) {
  return {
    kind: 'engine' as const,
    ...(task.caseNo !== null && { caseNo: task.caseNo }),
    subject: subjectOf(task),
  }
}

function refuseTaken({ people }: House, { userTaskKey, assignee }: TaskNow, claimant: string): void {
  if (assignee === null || assignee === claimant) return
  throw new CommandRejected('INVALID_STATE', `User task ${userTaskKey} is held by '${assignee}'`, {
    id: 'task.taken',
    params: { assignee: people.nameOf(assignee) ?? assignee },
  })
}

/** Somebody registered, as appointed now. @throws CommandRejected 422 */
export function registered({ people, clock }: House, personId: string) {
  const found = people.findPerson(personId, officeDate(clock.now()))
  if (found) return found
  throw new CommandRejected('INVALID_ARGUMENT', `Expected the id of a person, found '${personId}'`, {
    id: 'person.unknown',
    params: { person: personId },
  })
}
