import type { WorkCalendar } from '../deadlines/work-calendar.ts'
import type { RegisterRecord } from '../journal/act.ts'
import type { LimitEntry, Limits } from '../registers/limit-queries.ts'
import { waivedLimitRecord } from '../registers/limits.ts'
import { recountWithNext } from './recount.ts'

/**
 * The records that take away a limit which does not apply to its task. What would have run after it runs after the one
 * named before it, and is counted again with that.
 */
export function waived(
  entry: LimitEntry,
  { limits, clock }: { limits: Pick<Limits, 'ofOwner'>; clock: { now(): number } },
  calendar: WorkCalendar,
): RegisterRecord[] {
  const all = limits.ofOwner(entry.ownerKey)
  const heir = all.findLast(({ position }) => position < entry.position)
  const heirKey = heir?.parameter.key ?? null
  const record = waivedLimitRecord(entry, heirKey)
  if (!heir) return [record]
  const ofOwner = all.map(each => (each.afterKey === entry.parameter.key ? { ...each, afterKey: heirKey } : each))
  return [record, ...recountWithNext(heir, {}, { ofOwner, calendar, now: clock.now() }).register]
}
