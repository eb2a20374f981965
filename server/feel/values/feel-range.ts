import { compare, isSame } from './equality.ts'
import { FeelObject } from './feel-object.ts'
import type { FeelValue } from './feel-value.ts'
import { textOf } from './text-of.ts'
import { isList } from './type-of.ts'

/** One end of a range; `undefined` as the value means that the range is open on that side (`>= 5`). */
export interface Endpoint {
  value: FeelValue | undefined
  isIncluded: boolean
}

/** An interval such as `[1..5)`, or a comparison such as `>= 5` used as a value. */
export class FeelRange extends FeelObject {
  readonly resultType = 'RANGE'
  readonly typeName = 'range'
  readonly start: Endpoint
  readonly end: Endpoint

  constructor(start: Endpoint, end: Endpoint) {
    super()
    this.start = start
    this.end = end
  }

  /** Whether the value lies inside; null when it cannot be compared with an end. */
  includes(value: FeelValue): boolean | null {
    const low = this.start.value === undefined ? 1 : compare(value, this.start.value)
    const high = this.end.value === undefined ? -1 : compare(value, this.end.value)
    if (low === null || high === null) return null
    return (low > 0 || (low === 0 && this.start.isIncluded)) && (high < 0 || (high === 0 && this.end.isIncluded))
  }

  isEqualTo(other: FeelValue): boolean | null {
    if (!(other instanceof FeelRange)) return null
    return sameEnd(this.start, other.start) && sameEnd(this.end, other.end)
  }

  override toString(): string {
    const [start, end] = [this.start, this.end].map(point => (point.value === undefined ? '' : textOf(point.value)))
    return `${this.start.isIncluded ? '[' : '('}${start}..${end}${this.end.isIncluded ? ']' : ')'}`
  }

  /** A range is for comparing; nothing is stored of it. */
  override toJson(): null {
    return null
  }
}

function sameEnd(a: Endpoint, b: Endpoint): boolean {
  if (a.value === undefined || b.value === undefined) return a.value === b.value
  return a.isIncluded === b.isIncluded && !isList(a.value) && isSame(a.value, b.value)
}
