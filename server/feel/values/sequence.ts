import { FeelDate } from '../temporal/feel-date.ts'
import { FeelRange } from './feel-range.ts'
import type { FeelValue } from './feel-value.ts'
import { isNumber, toInteger } from './numbers.ts'
import { isList } from './type-of.ts'

/** The whole numbers or the days from one to the other, up or down, as they are asked for; undefined when these are none. */
export function sequence(from: FeelValue, to: FeelValue): Iterable<FeelValue> | undefined {
  if (from instanceof FeelDate && to instanceof FeelDate) return days(from, to)
  if (!isNumber(from) || !isNumber(to)) return undefined
  const [start, end] = [toInteger(from), toInteger(to)]
  return start === undefined || end === undefined ? undefined : count(start, end)
}

/** What can be run through: the items of a list, the numbers of a closed range; undefined for anything else. */
export function itemsOf(value: FeelValue): Iterable<FeelValue> | undefined {
  if (isList(value)) return value
  return value instanceof FeelRange ? sequence(value.start.value ?? null, value.end.value ?? null) : undefined
}

function* count(start: number, end: number): Iterable<number> {
  const step = start <= end ? 1 : -1
  for (let current = start; current !== end; current += step) yield current
  yield end
}

function* days(start: FeelDate, end: FeelDate): Iterable<FeelDate> {
  const length = start.plain.until(end.plain, { largestUnit: 'days' }).days
  for (const offset of count(0, length)) yield new FeelDate(start.plain.add({ days: offset }))
}
