import type { WorkCalendar } from '../deadlines/work-calendar.ts'
import type { Json } from '../engine/index.ts'
import type { RegisterRecord } from '../journal/act.ts'
import {
  countEntry,
  type LimitExclusion,
  type LimitExtension,
  type LimitQuestion,
  type LimitStage,
  nextLook,
  stageAt,
  startOfNext,
} from '../registers/count-limit-entry.ts'
import type { LimitEntry } from '../registers/limit-queries.ts'
import { type LimitChange, limitRecord } from '../registers/limits.ts'

/** What a recount sets, and both values for the journal. */
export interface Recount {
  /** The limit as it is from now on. */
  after: LimitEntry
  change: LimitChange
  payload: { before: Json; after: Json; calendarVersion: number }
}

/** What of a limit is otherwise now. */
export interface Anew extends Partial<Pick<LimitQuestion, 'parameter' | 'startedAt'>> {
  excluded?: LimitExclusion[]
  extensions?: LimitExtension[]
  /** It stands still from then on, or runs again. */
  stoppedAt?: number | null
}

const STAGES: readonly LimitStage[] = ['running', 'remind', 'urgent', 'overdue']

/**
 * Counts an open limit again, with what is otherwise now: start, parameter, what does not count, what it is longer by, or
 * only the calendar. What was fired and holds no more is taken back; what has come meanwhile is left to the clock, which
 * fires it at once. While it stands still nothing comes.
 */
function recount(entry: LimitEntry, anew: Anew, calendar: WorkCalendar, now: number): Recount {
  const question = { ...entry, ...anew }
  const { parameter, stoppedAt } = question
  const counted = countEntry(question, calendar)
  if (!counted) throw new Error(`Expected a length of time for '${parameter.key}', found '${parameter.amount}'`)
  const passed = Math.min(STAGES.indexOf(entry.stage), STAGES.indexOf(stageAt(counted, now)))
  const stage = STAGES[passed] ?? 'running'
  const nextAt = nextLook(counted, stage, stoppedAt)
  const after = { ...question, ...counted, stage, nextAt }
  return {
    after,
    change: {
      ...counted,
      ...{ stage, nextAt },
      ...(anew.parameter && { parameter: asJson(parameter) }),
      ...(anew.excluded && { excluded: asJson(anew.excluded) }),
      ...(anew.extensions && { extensions: asJson(anew.extensions) }),
      ...(anew.stoppedAt !== undefined && { stoppedAt }),
    },
    payload: { before: told(entry), after: told(after), calendarVersion: counted.calendarVersion },
  }
}

/** What limits are counted again with. */
export interface Counting {
  /** All limits of the task, among them those that run after this one. */
  ofOwner: readonly LimitEntry[]
  calendar: WorkCalendar
  now: number
}

/**
 * Counts a limit again and with it every limit of its task that runs after its end.
 * @param anewOfNext what of such a limit is otherwise too
 */
export function recountWithNext(
  entry: LimitEntry,
  anew: Anew,
  { ofOwner, calendar, now }: Counting,
  anewOfNext: (next: LimitEntry) => Anew = () => ({}),
): { first: Recount; register: RegisterRecord[] } {
  const first = recount(entry, anew, calendar, now)
  const register = [limitRecord(entry, first.change)]
  for (let before = first.after; ; ) {
    const next = ofOwner.find(({ afterKey, closedAt }) => afterKey === before.parameter.key && closedAt === null)
    if (!next) return { first, register }
    const startedAt = startOfNext(before, next.parameter)
    const { after, change } = recount(next, { ...anewOfNext(next), startedAt }, calendar, now)
    register.push(limitRecord(next, change))
    before = after
  }
}

/** What a person compares: start, end, whether it is firm, whether it stands still; UTC ms. */
function told({ startedAt, dueAt, isProvisional, calendarVersion, stoppedAt }: LimitEntry): Json {
  return { startedAt, dueAt, isProvisional, calendarVersion, ...(stoppedAt !== null && { stoppedAt }) }
}

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json
