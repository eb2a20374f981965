import type { Run } from '../run.ts'
import { compare, equals } from '../values/equality.ts'
import type { FeelValue } from '../values/feel-value.ts'

/** Compares two values; null, with a warning, when they cannot be compared. */
export type Comparator = (run: Run, left: FeelValue, right: FeelValue) => boolean | null

/** FEEL's comparisons by their symbol. Two plain numbers, the usual case, take a short way. */
export const COMPARATORS: Record<string, Comparator> = {
  '=': equal,
  '==': equal,
  '!=': (run, left, right) => opposite(equal(run, left, right)),
  '<': (run, left, right) =>
    typeof left === 'number' && typeof right === 'number'
      ? left < right
      : ordered(run, left, right, order => order < 0),
  '<=': (run, left, right) =>
    typeof left === 'number' && typeof right === 'number'
      ? left <= right
      : ordered(run, left, right, order => order <= 0),
  '>': (run, left, right) =>
    typeof left === 'number' && typeof right === 'number'
      ? left > right
      : ordered(run, left, right, order => order > 0),
  '>=': (run, left, right) =>
    typeof left === 'number' && typeof right === 'number'
      ? left >= right
      : ordered(run, left, right, order => order >= 0),
}

/** FEEL's `=`. */
export function equal(run: Run, left: FeelValue, right: FeelValue): boolean | null {
  const result = equals(left, right)
  return result === null ? incomparable(run, left, right) : result
}

/** Three-valued not. */
export function opposite(value: boolean | null): boolean | null {
  return value === null ? null : !value
}

function ordered(run: Run, left: FeelValue, right: FeelValue, holds: (order: number) => boolean): boolean | null {
  const order = compare(left, right)
  return order === null ? incomparable(run, left, right) : holds(order)
}

function incomparable(run: Run, left: FeelValue, right: FeelValue): null {
  run.warn('NOT_COMPARABLE', `Can't compare '${run.tell(left)}' with '${run.tell(right)}'`)
  return null
}
