import { dayOf } from '../../deadlines/office-day.ts'
import type { Variables } from '../../engine/index.ts'
import { enteredFacts, type Form, type JsonObject, officeMinute } from '../../forms/index.ts'
import type { Act } from '../../journal/act.ts'
import { factObjection, isLate, isWholeDay } from '../../journal/fact-time.ts'
import type { House } from '../house.ts'
import { type WrongField, wrongFields } from '../problem.ts'

/** A fact that somebody enters, which may lie in the past. */
export interface Fact {
  /** UTC ms; midnight at the office stands for the whole day. */
  happenedAt: number
  /** Why it is entered late. */
  reason?: string | undefined
  /** JSON pointers into what was sent: where the time stands, and where the reason is missed. */
  path: string
  reasonPath?: string
}

const HOUR_MS = 60 * 60 * 1000

/** How much later than it happened a fact may be entered without a word; the office sets it. */
function lateAfterMs({ officeParameters, clock }: House): number {
  return officeParameters.numberOf('fact.late-entry-grace', dayOf(clock.now())) * HOUR_MS
}

/**
 * Both times of what an act enters, of several facts by the earliest. In the future nothing happened; later than the
 * office allows it takes a reason.
 * @throws Problem 422
 */
export function factTimes(house: House, facts: readonly Fact[], enteredAt: number): Pick<Act, 'happenedAt' | 'late'> {
  const [earliest] = facts.toSorted((a, b) => a.happenedAt - b.happenedAt)
  if (!earliest) return {}
  const allowedMs = lateAfterMs(house)
  const wrong = facts.flatMap(fact => objectionTo(fact, enteredAt, allowedMs))
  if (wrong.length > 0) throw wrongFields(wrong)
  const { happenedAt, reason } = earliest
  const isEnteredLate = isLate({ happenedAt, enteredAt }, allowedMs)
  return { happenedAt, ...(isEnteredLate && reason && { late: { reason: reason.trim() } }) }
}

function objectionTo(fact: Fact, enteredAt: number, allowedMs: number): WrongField[] {
  const { happenedAt, reason, path, reasonPath = '/lateReason' } = fact
  const objection = factObjection({ happenedAt, enteredAt, reason }, allowedMs)
  if (objection === 'in-future') return [{ path, id: 'fact.in-future', params: {} }]
  if (objection === undefined) return []
  return [{ path: reasonPath, id: 'fact.late-reason', params: { happened: officeText(happenedAt) } }]
}

/** The facts that a form states. */
export function factsIn(
  form: Form | undefined,
  { variables, known, reason }: { variables: Variables; known: Variables; reason: string | undefined },
): Fact[] {
  if (!form) return []
  return enteredFacts(form, variables as JsonObject, known as JsonObject).map(fact => ({ ...fact, reason }))
}

const officeText = (instant: number): string =>
  isWholeDay(instant) ? officeMinute(instant).slice(0, 10) : officeMinute(instant).replace('T', ' ')
