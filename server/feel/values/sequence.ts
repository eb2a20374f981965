import { FeelRange } from './feel-range.ts'
import type { FeelNumber, FeelValue } from './feel-value.ts'
import { add, compareNumbers, isNumber } from './numbers.ts'
import { isList } from './type-of.ts'

/** The numbers from one to the other in steps of one, up or down, as they are asked for; undefined when these are no numbers. */
export function sequence(from: FeelValue, to: FeelValue): Iterable<FeelValue> | undefined {
  return isNumber(from) && isNumber(to) ? count(from, to) : undefined
}

/** What can be run through: the items of a list, the numbers of a closed range; undefined for anything else. */
export function itemsOf(value: FeelValue): Iterable<FeelValue> | undefined {
  if (isList(value)) return value
  return value instanceof FeelRange ? sequence(value.start.value ?? null, value.end.value ?? null) : undefined
}

// Not a bare generator: the numbers are run through once for each combination.
function count(start: FeelNumber, end: FeelNumber): Iterable<FeelValue> {
  const step = compareNumbers(start, end) <= 0 ? 1 : -1
  return {
    *[Symbol.iterator]() {
      for (let at = start; compareNumbers(at, end) * step <= 0; at = add(at, step)) yield at
    },
  }
}
