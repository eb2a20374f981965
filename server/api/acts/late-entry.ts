import type { Variables } from '../../engine/index.ts'
import { enteredFacts, type Form, type JsonObject, officeMinute } from '../../forms/index.ts'
import type { Act } from '../../journal/act.ts'
import { factObjection, isLate, isWholeDay } from '../../journal/fact-time.ts'
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

/** Later than this after it happened a fact takes a reason. */
const LATE_AFTER_MS = 24 * 60 * 60 * 1000

/**
 * Both times of what an act enters, of several facts by the earliest. In the future nothing happened; later than the
 * office allows it takes a reason.
 * @throws Problem 422
 */
export function factTimes(facts: readonly Fact[], enteredAt: number): Pick<Act, 'happenedAt' | 'late'> {
  const wrong = facts.flatMap(fact => objectionTo(fact, enteredAt, LATE_AFTER_MS))
  if (wrong.length > 0) throw wrongFields(wrong)
  const [earliest] = facts.toSorted((a, b) => a.happenedAt - b.happenedAt)
  if (!earliest) return {}
  const { happenedAt, reason } = earliest
  const isEnteredLate = isLate({ happenedAt, enteredAt }, LATE_AFTER_MS)
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
