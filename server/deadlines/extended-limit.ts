import { countLimit, countsDays, type Limit } from './limit.ts'
import type { ExcludedPeriod, LimitRule } from './limit-rule.ts'
import type { Instant } from './office-day.ts'
import type { WorkCalendar } from './work-calendar.ts'

/**
 * From when a limit runs that follows another: of two in days the last day of the first is the day that does not count
 * (so 5WD and then 3WD are 8WD); everything else runs from the end itself.
 */
export function startAfter(due: Instant, before: Pick<LimitRule, 'unit'>, after: Pick<LimitRule, 'unit'>): Instant {
  return countsDays(before) && countsDays(after) ? due - 1 : due
}

/** A limit and what it was made longer by, one extension after the other, as one limit with one reason. */
export function extendedLimit(
  limit: Limit,
  extensions: readonly LimitRule[],
  calendar: WorkCalendar,
  excluded: readonly ExcludedPeriod[] = [],
): Limit {
  return extensions.reduce((before, rule) => {
    const more = countLimit(rule, startAfter(before.due, before.rule, rule), calendar, excluded)
    return {
      ...more,
      // Of one unit they are one number, which the warnings take their third of.
      rule: { ...before.rule, ...(before.rule.unit === rule.unit && { number: before.rule.number + rule.number }) },
      start: before.start,
      skipped: [...before.skipped, ...more.skipped],
      isProvisional: before.isProvisional || more.isProvisional,
    }
  }, limit)
}
