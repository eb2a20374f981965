import { extendedLimit, startAfter } from '../deadlines/extended-limit.ts'
import { countLimit, type Limit } from '../deadlines/limit.ts'
import { type ExcludedPeriod, type LimitRule, readLimitRule } from '../deadlines/limit-rule.ts'
import { type LimitParameter, ruleOf } from '../deadlines/parameters/limit-parameter.ts'
import { warningsOf } from '../deadlines/warnings.ts'
import type { WorkCalendar } from '../deadlines/work-calendar.ts'
import type { Instant } from '../engine/protocol/records.ts'

/** What was fired last. */
export type LimitStage = 'running' | 'remind' | 'urgent' | 'overdue'

/** The columns of a limit that counting gives. */
export interface CountedColumns {
  startedAt: Instant
  dueAt: Instant
  remindAt: Instant | null
  urgentAt: Instant
  isProvisional: boolean
  calendarVersion: number
}

/** By what a limit was made longer. */
export interface LimitExtension {
  /** The parameter it took its amount from, and that amount. */
  key: string
  amount: string
  at: Instant
  /** Person who decided it, or the job that the diagram did it by. */
  by: string
  reason: string
}

/** What is left out of a limit: an act of its own has entered it, or its case stood still. */
export interface LimitExclusion extends ExcludedPeriod {
  /** Why, in the words of the policy: a kind of exclusion, or `suspension`. */
  kind: string
  enteredBy: string
}

/** What a limit is counted from. */
export interface LimitQuestion {
  parameter: LimitParameter
  startedAt: Instant
  excluded: readonly ExcludedPeriod[]
  extensions: readonly Pick<LimitExtension, 'amount'>[]
}

/** Counts a limit; undefined when its parameter is no length of time. */
export function countEntry(question: LimitQuestion, calendar: WorkCalendar): CountedColumns | undefined {
  const limit = explainEntry(question, calendar)
  if (!limit) return undefined
  const { remindAt = null, urgentAt } = warningsOf(limit, calendar)
  const { start, due, isProvisional, calendarVersion } = limit
  return { startedAt: start, dueAt: due, remindAt, urgentAt, isProvisional, calendarVersion }
}

/** The same with its reason: each day that did not count. */
export function explainEntry(
  { parameter, startedAt, excluded, extensions }: LimitQuestion,
  calendar: WorkCalendar,
): Limit | undefined {
  const rule = ruleOf(parameter)
  if (!rule) return undefined
  const limit = countLimit(rule, startedAt, calendar, excluded)
  if (extensions.length === 0) return limit
  const longer: LimitRule[] = extensions.map(({ amount }) => readLimitRule(amount, parameter.mode))
  return extendedLimit(limit, longer, calendar, excluded)
}

/** From when a limit runs that follows another one of its task. */
export function startOfNext(before: { parameter: LimitParameter; dueAt: Instant }, after: LimitParameter): Instant {
  const [first, next] = [ruleOf(before.parameter), ruleOf(after)]
  return first && next ? startAfter(before.dueAt, first, next) : before.dueAt
}

/** When the clock looks at a limit again, after a stage was fired; never while it stands still. */
export function nextLook(
  { remindAt, urgentAt, dueAt }: CountedColumns,
  stage: LimitStage,
  stoppedAt: Instant | null = null,
): Instant | null {
  if (stage === 'overdue' || stoppedAt !== null) return null
  if (stage === 'urgent') return dueAt
  return stage === 'remind' ? urgentAt : (remindAt ?? urgentAt)
}

/** How far a limit has gone at an instant. */
export function stageAt({ remindAt, urgentAt, dueAt }: CountedColumns, now: Instant): LimitStage {
  if (now >= dueAt) return 'overdue'
  if (now >= urgentAt) return 'urgent'
  return remindAt !== null && now >= remindAt ? 'remind' : 'running'
}
