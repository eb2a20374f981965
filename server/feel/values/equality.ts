import { CalculationFailure } from '../run.ts'
import { FeelObject } from './feel-object.ts'
import type { FeelRecord, FeelValue } from './feel-value.ts'
import { compareNumbers, isNumber } from './numbers.ts'
import { isComparable, isEquatable } from './ordering.ts'
import { isContext, isList, memberOf } from './type-of.ts'

/** FEEL's `=`: null when the two are of different types, but null itself can be asked for. */
export function equals(a: FeelValue, b: FeelValue): boolean | null {
  if (a === null || b === null) return a === b
  if (typeof a !== 'object' && typeof a === typeof b) return a === b
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b) === 0
  if (isList(a)) return isList(b) ? equalLists(a, b) : null
  if (a instanceof FeelObject) return equalObjects(a, b)
  return isContext(a) && isContext(b) ? equalContexts(a, b) : null
}

/** Whether the two are the same for a list function: different types are simply not. */
export function isSame(a: FeelValue, b: FeelValue): boolean {
  return equals(a, b) === true
}

/** FEEL's order: negative, zero or positive; null when the two cannot be compared. @throws CalculationFailure for two lists, as on Zeebe. */
export function compare(a: FeelValue, b: FeelValue): number | null {
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b)
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  if (isList(a) && isList(b)) throw new CalculationFailure('two lists can not be compared')
  return isComparable(a) ? a.compareTo(b) : null
}

function equalObjects(a: FeelObject, b: FeelValue): boolean | null {
  if (isEquatable(a)) return a.isEqualTo(b)
  const order = compare(a, b)
  return order === null ? null : order === 0
}

function equalLists(a: readonly FeelValue[], b: readonly FeelValue[]): boolean {
  return a.length === b.length && a.every((item, index) => isSame(item, b[index] ?? null))
}

function equalContexts(a: FeelRecord, b: FeelRecord): boolean {
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every(name => {
    const other = memberOf(b, name)
    return other !== undefined && isSame(a[name] ?? null, other)
  })
}
