import type { WorkCalendar } from '../deadlines/work-calendar.ts'
import type { Json } from '../engine/index.ts'
import { countEntry, type LimitQuestion, type LimitStage, nextLook, stageAt } from '../registers/count-limit-entry.ts'
import type { LimitEntry } from '../registers/limit-queries.ts'
import type { LimitChange } from '../registers/limits.ts'

/** What a recount sets, and both values for the journal. */
export interface Recount {
  change: LimitChange
  payload: { before: Json; after: Json; calendarVersion: number }
}

const STAGES: readonly LimitStage[] = ['running', 'remind', 'urgent', 'overdue']

/**
 * Counts an open limit again, with what is otherwise now: start, parameter, what does not count, or only the calendar.
 * What was fired and holds no more is taken back; what has come meanwhile is left to the clock, which fires it at once.
 */
export function recount(entry: LimitEntry, anew: Partial<LimitQuestion>, calendar: WorkCalendar, now: number): Recount {
  const { parameter, startedAt, excluded } = { ...entry, ...anew }
  const counted = countEntry({ parameter, startedAt, excluded }, calendar)
  if (!counted) throw new Error(`Expected a length of time for '${parameter.key}', found '${parameter.amount}'`)
  const passed = Math.min(STAGES.indexOf(entry.stage), STAGES.indexOf(stageAt(counted, now)))
  const stage = STAGES[passed] ?? 'running'
  const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json
  return {
    change: {
      ...counted,
      stage,
      nextAt: nextLook(counted, stage),
      ...(anew.parameter && { parameter: asJson(parameter) }),
      ...(anew.excluded && { excluded: asJson(excluded) }),
    },
    payload: { before: told(entry), after: told(counted), calendarVersion: counted.calendarVersion },
  }
}

/** What a person compares: start, end and whether it is firm; UTC ms. */
function told({
  startedAt,
  dueAt,
  isProvisional,
  calendarVersion,
}: Omit<LimitQuestion, 'parameter' | 'excluded'> &
  Pick<LimitEntry, 'dueAt' | 'isProvisional' | 'calendarVersion'>): Json {
  return { startedAt, dueAt, isProvisional, calendarVersion }
}
