import { recountWithNext } from '../../clock/recount.ts'
import { addDays, dayOf, isDay, type OfficeDay } from '../../deadlines/office-day.ts'
import { type ExclusionKind, exclusionPolicyOf } from '../../deadlines/parameters/exclusion-policy.ts'
import { CommandRejected } from '../../engine/index.ts'
import { objectionToExclusion } from '../../policies/index.ts'
import type { LimitExclusion } from '../../registers/count-limit-entry.ts'
import type { LimitEntry } from '../../registers/limit-queries.ts'
import { fieldOfLaw } from '../acts/case-office.ts'
import { subjectOf } from '../acts/complete-user-task.ts'
import { openTaskNow, requireTask, visibleTask } from '../acts/task-guard.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { refusalOf, type WrongField, wrongFields } from '../problem.ts'
import { submit } from '../submit.ts'

/** What is left out of a limit of a task. Its days are the last less the first (天数=止−起): the first still counts (C5). */
export interface Exclusion {
  userTaskKey: string
  kind: ExclusionKind
  from: OfficeDay
  to: OfficeDay
  /** What was entrusted to whom, and that the party was told in writing. */
  reason: string
}

/**
 * Leaves a period out of the limits of a task in which the law of the case's field lets it be left out (rule C9), and
 * counts them again.
 * @throws Problem 404, 422; CommandRejected 403, 409
 */
export async function excludePeriod(house: House, caller: Caller, exclusion: Exclusion): Promise<void> {
  const { userTaskKey, kind, from, to, reason } = exclusion
  const task = visibleTask(house, caller.person, userTaskKey)
  const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
  await submit(house, caller, {
    kind: 'register',
    verb: 'limit.exclude',
    ...(task.caseNo !== null && { caseNo: task.caseNo }),
    subject: subjectOf(task),
    permit: (person, act) => {
      requireTask(house, { verb: 'draft', person, task: openTaskNow(house, userTaskKey), words })
      const limits = limitsLeavingOut(house, exclusion, task.caseNo)
      const wrong = objections(house, exclusion, limits)
      if (wrong.length > 0) throw wrongFields(wrong)
      const period: LimitExclusion = { kind, from: addDays(from, 1), to, reason, enteredBy: person.personId }
      const counted = limits.map(limit => countedWithout(house, limit, period))
      act.payload = {
        ...{ kind, from, to, reason },
        limits: counted.map(({ first }) => ({ limit: first.after.parameter.key, ...first.payload })),
      }
      act.register = counted.flatMap(({ register }) => register)
    },
  })
}

/** The open limits of the task whose law lets such a period be left out. @throws CommandRejected 403: R-EXCLUSION, 409 */
function limitsLeavingOut(house: House, { userTaskKey, kind }: Exclusion, caseNo: string | null): LimitEntry[] {
  const all = house.limits.ofOwner(userTaskKey)
  const [first] = all
  if (!first) throw new CommandRejected('INVALID_STATE', `User task ${userTaskKey} has no limit`, { id: 'limit.none' })
  const field = fieldOfLaw(house, caseNo)
  const policyOf = ({ parameter }: LimitEntry) => exclusionPolicyOf(parameter, field)
  const found = all.filter(limit => policyOf(limit).kinds.includes(kind))
  if (found.length > 0) return found
  const { kinds, basis } = policyOf(first)
  const { name, basis: own } = first.parameter
  const objection = objectionToExclusion({ name }, { kind, allowed: kinds, basis: basis.length > 0 ? basis : own })
  throw refusalOf(objection!)
}

function objections({ clock }: House, { from, to }: Exclusion, limits: readonly LimitEntry[]): WrongField[] {
  const start = dayOf(Math.min(...limits.map(({ startedAt }) => startedAt)))
  const wrong: WrongField[] = []
  if (!isDay(from) || from > dayOf(clock.now())) wrong.push({ path: '/from', id: 'exclusion.future', params: {} })
  else if (from < start) wrong.push({ path: '/from', id: 'exclusion.before-start', params: { start } })
  if (!isDay(to) || to <= from) wrong.push({ path: '/to', id: 'exclusion.order', params: {} })
  return wrong
}

function countedWithout({ limits, calendars, clock }: House, limit: LimitEntry, period: LimitExclusion) {
  return recountWithNext(
    limit,
    { excluded: [...limit.excluded, period] },
    { ofOwner: limits.ofOwner(limit.ownerKey), calendar: calendars.latest(), now: clock.now() },
  )
}
