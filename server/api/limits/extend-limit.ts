import { extension, policyLimit } from '../../clock/extension.ts'
import { dayOf } from '../../deadlines/office-day.ts'
import { CommandRejected } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import {
  type Objection,
  objectionToApprover,
  objectionToExtension,
  objectionToSuspended,
} from '../../policies/index.ts'
import type { UserTask } from '../../projections/index.ts'
import type { LimitEntry } from '../../registers/limit-queries.ts'
import { isInLineOfWork, suspensionNow } from '../acts/case-office.ts'
import { subjectOf } from '../acts/complete-user-task.ts'
import { openTaskNow } from '../acts/task-guard.ts'
import { type Caller, policyPerson } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, refusalOf } from '../problem.ts'
import { submit } from '../submit.ts'
import { maySeeTask } from '../visibility.ts'

/** Which limit of a task is made longer, and why. */
export interface ExtensionAsked {
  userTaskKey: string
  /** Key of the limit; default: the one that may be. */
  limit?: string | undefined
  reason: string
}

/**
 * Makes the limit of a task longer, by what its rule allows and by whom it allows it (R-EXTENSION); the due date of the
 * task moves with it.
 * @throws Problem 404; CommandRejected 403, 409
 */
export async function extendTaskLimit(house: House, caller: Caller, asked: ExtensionAsked): Promise<void> {
  const { userTaskKey, reason } = asked
  const task = knownTask(house, caller.person, userTaskKey)
  await submit(house, caller, {
    kind: 'register',
    verb: 'limit.extend',
    ...(task.caseNo !== null && { caseNo: task.caseNo }),
    subject: subjectOf(task),
    permit: (person, act) => {
      openTaskNow(house, userTaskKey)
      const limit = limitToExtend(house, asked)
      const objection = objectionToExtending(house, person, { task, limit })
      if (objection) throw refusalOf(objection)
      const who = { by: person.personId, reason, at: act.at }
      Object.assign(act, extension(house, limit, who, dayOf(act.at)))
    },
  })
}

/** Who decides on an extension need have had no part in the task. @throws Problem 404 */
function knownTask(house: House, person: Person, userTaskKey: string): UserTask {
  const task = house.tasks.find(userTaskKey)
  if (!task) throw new Problem('resource.not-found')
  const limits = house.limits.ofOwner(userTaskKey)
  const isInLine = isInLineOfWork(house, task)
  const mayDecide = limits.some(limit => !objectionToApprover(policyLimit(limit), policyPerson(person), isInLine))
  if (!mayDecide && !maySeeTask(house, person, task)) throw new Problem('resource.not-found')
  return task
}

function limitToExtend({ limits }: House, { userTaskKey, limit }: ExtensionAsked): LimitEntry {
  const all = limits.ofOwner(userTaskKey)
  const found = limit === undefined ? (all.find(({ parameter }) => parameter.extension) ?? all[0]) : undefined
  const chosen = found ?? all.find(({ parameter }) => parameter.key === limit)
  if (chosen) return chosen
  throw new CommandRejected('INVALID_STATE', `User task ${userTaskKey} has no limit '${limit ?? ''}'`, {
    id: 'limit.none',
  })
}

/** What the rules object to the extension of a limit by a person, or nothing. */
export function objectionToExtending(
  house: House,
  person: Pick<Person, 'personId' | 'appointments'>,
  { task, limit }: { task: Pick<UserTask, 'caseNo' | 'processInstanceKey'>; limit: LimitEntry },
): Objection | undefined {
  const known = policyLimit(limit)
  const suspension = task.caseNo === null ? undefined : suspensionNow(house, task.caseNo)
  return (
    objectionToSuspended(suspension) ??
    (known.extension && objectionToApprover(known, policyPerson(person), isInLineOfWork(house, task))) ??
    objectionToExtension(known, house.clock.now())
  )
}
