import { FeelObject } from './feel-object.ts'
import type { FeelValue } from './feel-value.ts'

/** A value with a place in an order: dates, times, durations. */
export interface Comparable extends FeelObject {
  /** Negative, zero or positive; null when the other has no place in the same order. */
  compareTo(other: FeelValue): number | null
}

/** A value that can be equal to others of its kind without being before or after them: ranges. */
export interface Equatable extends FeelObject {
  isEqualTo(other: FeelValue): boolean | null
}

export function isComparable(value: FeelValue): value is Comparable {
  return value instanceof FeelObject && 'compareTo' in value
}

export function isEquatable(value: FeelValue): value is Equatable {
  return value instanceof FeelObject && 'isEqualTo' in value
}
