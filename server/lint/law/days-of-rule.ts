import type { LimitRule, LimitUnit } from '../../deadlines/limit-rule.ts'

/** Calendar days a unit takes: five working days are a week. */
const DAYS: Readonly<Record<LimitUnit, number>> = {
  ...{ workday: 7 / 5, day: 1, hour: 1 / 24, minute: 1 / 1440, month: 30, year: 365 },
}

/** About how many calendar days a limit takes, to hold one against another. */
export const daysOfRule = ({ number, unit }: LimitRule): number => number * DAYS[unit]
