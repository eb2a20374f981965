import type { WorkCalendar } from '../deadlines/work-calendar.ts'
import type { Json } from '../engine/index.ts'
import type { RegisterRecord } from '../journal/act.ts'
import type { PolicyLimit } from '../policies/index.ts'
import type { LimitParameters } from '../registers/limit-parameters.ts'
import type { LimitEntry, Limits } from '../registers/limit-queries.ts'
import { recountWithNext } from './recount.ts'

/** A limit as the rules know it. */
export function policyLimit({ parameter, dueAt, closedAt, extensions }: LimitEntry): PolicyLimit {
  const { name, basis, extension } = parameter
  return {
    ...{ name, basis, dueAt, isClosed: closedAt !== null, extended: extensions.length },
    ...(extension && { extension }),
  }
}

/** Who makes a limit longer, and why. */
export interface Extending {
  /** The person, or `job/<key>` of the job by which the diagram does it. */
  by: string
  reason: string
  /** UTC ms. */
  at: number
}

/** What it takes to make a limit longer. */
export interface ExtensionTools {
  limits: Pick<Limits, 'ofOwner'>
  limitParameters: Pick<LimitParameters, 'inForce'>
  calendars: { latest(): WorkCalendar }
}

/**
 * Makes an open limit longer by what its rule says holds today; whether it may be was asked before (R-EXTENSION).
 * @throws Error where the rule names no parameter with a length
 */
export function extension(
  { limits, limitParameters, calendars }: ExtensionTools,
  limit: LimitEntry,
  { by, reason, at }: Extending,
  today: string,
): { payload: Record<string, Json>; register: RegisterRecord[] } {
  const key = limit.parameter.extension?.by ?? ''
  const amount = limitParameters.inForce(key, today)?.parameter.amount
  if (amount === undefined) throw new Error(`Expected a limit '${key}' to extend '${limit.parameter.key}' by`)
  const extensions = [...limit.extensions, { key, amount, at, by, reason }]
  const { first, register } = recountWithNext(
    limit,
    { extensions },
    { ofOwner: limits.ofOwner(limit.ownerKey), calendar: calendars.latest(), now: at },
  )
  return { payload: { limit: limit.parameter.key, by: key, amount, reason, ...first.payload }, register }
}
