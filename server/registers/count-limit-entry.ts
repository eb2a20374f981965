import { countLimit, type Limit } from '../deadlines/limit.ts'
import type { ExcludedPeriod } from '../deadlines/limit-rule.ts'
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

/** What a limit is counted from. */
export interface LimitQuestion {
  parameter: LimitParameter
  startedAt: Instant
  excluded: readonly ExcludedPeriod[]
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
export function explainEntry(question: LimitQuestion, calendar: WorkCalendar): Limit | undefined {
  const rule = ruleOf(question.parameter)
  return rule && countLimit(rule, question.startedAt, calendar, question.excluded)
}

/** When the clock looks at a limit again, after a stage was fired. */
export function nextLook({ remindAt, urgentAt, dueAt }: CountedColumns, stage: LimitStage): Instant | null {
  if (stage === 'overdue') return null
  if (stage === 'urgent') return dueAt
  return stage === 'remind' ? urgentAt : (remindAt ?? urgentAt)
}

/** How far a limit has gone at an instant. */
export function stageAt({ remindAt, urgentAt, dueAt }: CountedColumns, now: Instant): LimitStage {
  if (now >= dueAt) return 'overdue'
  if (now >= urgentAt) return 'urgent'
  return remindAt !== null && now >= remindAt ? 'remind' : 'running'
}
