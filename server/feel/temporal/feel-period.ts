import { FeelObject } from '../values/feel-object.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { order } from './order.ts'

/** A span of calendar months: how long it is depends on where it starts. */
export class FeelPeriod extends FeelObject {
  readonly resultType = 'PERIOD'
  readonly typeName = 'years and months duration'
  /** Years count as twelve. */
  readonly months: number

  constructor(months: number) {
    super()
    this.months = months
  }

  compareTo(other: FeelValue): number | null {
    return other instanceof FeelPeriod ? order(this.months, other.months) : null
  }

  property(name: string): FeelValue | undefined {
    if (name === 'years') return Math.trunc(this.months / 12) + 0
    return name === 'months' ? (this.months % 12) + 0 : undefined
  }

  override toString(): string {
    const size = Math.abs(this.months)
    if (size === 0) return 'P0Y'
    const [years, months] = [Math.floor(size / 12), size % 12]
    return `${this.months < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${months ? `${months}M` : ''}`
  }

  override toJson(): string {
    return this.toString()
  }
}
