import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import type { Instant } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'

/** What a limit runs from when it is nothing that anybody enters: the work itself, or another limit. */
const NO_FACT: ReadonlySet<string> = new Set(['task', 'limit-ended', 'year'])

/**
 * When a limit begins that is opened by an entry: with the fact that the entry states (a receipt, a service, a seizure),
 * as late as it may have been entered; else when the entry was made.
 */
export function factStart({ at, happenedAt }: Pick<Entry, 'at' | 'happenedAt'>, { start }: LimitParameter): Instant {
  return happenedAt === undefined || NO_FACT.has(start) ? at : happenedAt
}
