import type { Instant, OfficeDay } from './office-day.ts'

/** 工作日, 自然日, 小时, 分钟, 月, 年. */
export type LimitUnit = 'workday' | 'day' | 'hour' | 'minute' | 'month' | 'year'

/** How long a limit is, and what becomes of a last day that is no working day (rule C6). */
export interface LimitRule {
  number: number
  unit: LimitUnit
  /** `STRICT`: the last day stays (duties of an authority); `ROLL_FORWARD`: it moves to the next working day (rights of a party). */
  mode: 'STRICT' | 'ROLL_FORWARD'
  /** Counted back from the start: something has to be done at least so long before it (rule 听证7WD前). */
  isLead?: boolean
}

/** A time that does not count, both days inclusive: suspension, inspection, appraisal (强制法25条3款, rule C9). */
export interface ExcludedPeriod {
  from: OfficeDay
  to: OfficeDay
  /** Why, for the explanation. */
  reason: string
  /** Where it is known to the minute: what limits in hours stand still for, instead of whole days. */
  begins?: Instant
  ends?: Instant
}

const LETTERS: Record<string, LimitUnit> = { WD: 'workday', D: 'day', H: 'hour', MIN: 'minute', M: 'month', Y: 'year' }

/** Reads `5WD`, `30D`, `24H`, `15MIN`, `6M` or `2Y`. @throws Error that says what was expected. */
export function readLimitRule(text: string, mode: LimitRule['mode'] = 'STRICT'): LimitRule {
  const [, number, letters = ''] = /^(\d{1,4})(WD|D|H|MIN|M|Y)$/.exec(text) ?? []
  const unit = LETTERS[letters]
  if (!unit || Number(number) < 1)
    throw new Error(`Expected a limit such as 5WD, 30D, 24H, 15MIN, 6M or 2Y, found '${text}'`)
  return { number: Number(number), unit, mode }
}
