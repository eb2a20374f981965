import { recountWithNext } from '../../clock/recount.ts'
import { addDays, dayOf } from '../../deadlines/office-day.ts'
import { CommandRejected } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import { objectionToSuspending } from '../../policies/index.ts'
import { type Suspension, type SuspensionGround, suspensionRecord } from '../../registers/case-suspensions.ts'
import type { LimitEntry } from '../../registers/limit-queries.ts'
import { limitRecord } from '../../registers/limits.ts'
import { isInLineOfCase } from '../acts/case-office.ts'
import type { Fact } from '../acts/late-entry.ts'
import { type Caller, policyPerson } from '../caller.ts'
import { requireOpen } from '../cases/case-rights.ts'
import type { House } from '../house.ts'
import { refusalOf, wrongFields } from '../problem.ts'
import { submit } from '../submit.ts'
import { limitNamed, limitsThatStop, requireVisibleCase } from './case-limits.ts'

/** What stands still, since when, and why. */
export interface Suspending {
  ground: SuspensionGround
  reason: string
  /** UTC ms; midnight at the office stands for the whole day. Default: now. */
  fromAt?: number | undefined
  lateReason?: string | undefined
}

/**
 * Suspends a case (中止): from then on its limits stand still, as far as the law of its field has it, and nobody works on
 * it. What began before its entry takes a reason for being late.
 * @throws Problem 404, 422; CommandRejected 403, 409
 */
export async function suspendCase(house: House, caller: Caller, caseNo: string, asked: Suspending): Promise<void> {
  requireVisibleCase(house, caller.person, caseNo)
  const { ground, reason, fromAt = house.clock.now(), lateReason } = asked
  await submit(house, caller, {
    ...deedOn(caseNo, 'case.suspend'),
    permit: (person, act) => {
      requireHead(house, person, caseNo)
      const found = house.cases.find(caseNo)
      if (found) requireOpen(found)
      if (house.suspensions.isSuspended(caseNo)) throw stateOf(caseNo, 'case.suspended-already')
      const suspension: Suspension = {
        ...{ suspensionId: `${caseNo}/${house.suspensions.ofCase(caseNo).length + 1}`, caseNo, ground, reason, fromAt },
        ...{ enteredAt: act.at, enteredBy: person.personId, lateReason: lateReason ?? null },
        ...{ toAt: null, resumedAt: null, resumedBy: null, resumeReason: null, resumeLateReason: null },
      }
      const stopped = limitsThatStop(house, caseNo, fromAt)
      act.payload = { ground, reason, fromAt, limits: stopped.map(limitNamed) }
      act.register = [
        suspensionRecord(suspension),
        ...stopped.map(limit => limitRecord(limit, { stoppedAt: Math.max(fromAt, limit.startedAt), nextAt: null })),
      ]
    },
    facts: () => factOf({ at: fromAt, lateReason, path: '/from' }, asked.fromAt),
  })
}

/** That a case goes on. */
export interface Resuming {
  reason: string
  /** UTC ms. Default: now. */
  at?: number | undefined
  lateReason?: string | undefined
}

/**
 * Resumes a case (恢复): the days it stood still are left out of its limits, which are counted again.
 * @throws Problem 404, 422; CommandRejected 403, 409
 */
export async function resumeCase(house: House, caller: Caller, caseNo: string, asked: Resuming): Promise<void> {
  requireVisibleCase(house, caller.person, caseNo)
  const { reason, at: toAt = house.clock.now(), lateReason } = asked
  await submit(house, caller, {
    ...deedOn(caseNo, 'case.resume'),
    permit: (person, act) => {
      requireHead(house, person, caseNo)
      const current = house.suspensions.current(caseNo)
      if (!current) throw stateOf(caseNo, 'case.not-suspended')
      if (toAt < current.fromAt)
        throw wrongFields([{ path: '/at', id: 'suspension.before-start', params: { since: dayOf(current.fromAt) } }])
      const { resumed, register } = goingOn(house, { ...current, toAt }, person.personId)
      act.payload = { reason, toAt, fromAt: current.fromAt, limits: resumed }
      act.register = [
        suspensionRecord({
          ...current,
          ...{ toAt, resumedAt: act.at, resumedBy: person.personId },
          ...{ resumeReason: reason, resumeLateReason: lateReason ?? null },
        }),
        ...register,
      ]
    },
    facts: () => factOf({ at: toAt, lateReason, path: '/at' }, asked.at),
  })
}

/** The limits that stood still, with the time of it left out: the day it began counts, the day it ended does not (C5). */
function goingOn(house: House, { caseNo, reason, fromAt, toAt }: Suspension & { toAt: number }, enteredBy: string) {
  const { limits, calendars, clock } = house
  const period = {
    ...{ kind: 'suspension', from: addDays(dayOf(fromAt), 1), to: dayOf(toAt) },
    ...{ begins: fromAt, ends: toAt, reason, enteredBy },
  }
  const running = ({ excluded }: LimitEntry) => ({ excluded: [...excluded, period], stoppedAt: null })
  const stopped = limits.ofCase(caseNo).filter(({ stoppedAt }) => stoppedAt !== null)
  const counted = stopped
    .filter(
      ({ ownerKey, afterKey }) => !stopped.some(one => one.ownerKey === ownerKey && one.parameter.key === afterKey),
    )
    .map(limit => {
      const counting = { ofOwner: limits.ofOwner(limit.ownerKey), calendar: calendars.latest(), now: clock.now() }
      return {
        limit,
        ...recountWithNext(limit, running(limit), counting, next => (next.stoppedAt === null ? {} : running(next))),
      }
    })
  return {
    resumed: counted.map(({ limit, first }) => ({ ...limitNamed(limit), ...first.payload })),
    register: counted.flatMap(({ register }) => register),
  }
}

const deedOn = (caseNo: string, verb: string) => ({ kind: 'register' as const, verb, caseNo, subject: { caseNo } })

function factOf({ at, ...fact }: { at: number; lateReason: string | undefined; path: string }, asked?: number): Fact[] {
  return asked === undefined ? [] : [{ happenedAt: at, reason: fact.lateReason, path: fact.path }]
}

function requireHead(house: House, person: Person, caseNo: string): void {
  const objection = objectionToSuspending(policyPerson(person), isInLineOfCase(house, caseNo))
  if (objection) throw refusalOf(objection)
}

function stateOf(caseNo: string, id: string): CommandRejected {
  return new CommandRejected('INVALID_STATE', `The state of case ${caseNo} does not allow it`, { id })
}
