import { FeelObject } from '../values/feel-object.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { order } from './order.ts'

const SECOND = 1_000_000_000n
const DAY = 86_400n * SECOND

/** A span of exact length: days, hours, minutes, seconds. */
export class FeelDuration extends FeelObject {
  readonly resultType = 'DURATION'
  readonly typeName = 'days and time duration'
  readonly nanoseconds: bigint

  constructor(nanoseconds: bigint) {
    super()
    this.nanoseconds = nanoseconds
  }

  /** The length in milliseconds, what is shorter cut off. */
  get milliseconds(): number {
    return Number(this.nanoseconds / 1_000_000n)
  }

  compareTo(other: FeelValue): number | null {
    return other instanceof FeelDuration ? order(this.nanoseconds, other.nanoseconds) : null
  }

  property(name: string): FeelValue | undefined {
    const { days, hours, minutes, seconds } = this.parts()
    const sign = this.nanoseconds < 0n ? -1 : 1
    const parts: Record<string, number> = { days, hours, minutes, seconds }
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined
    return part === undefined ? undefined : sign * part + 0
  }

  /** In whole seconds, the earlier one; what is calculated with is exact. */
  override toString(): string {
    const { days, hours, minutes, seconds } = this.parts()
    const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`
    const text = `P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`
    if (text === 'P') return 'P0D'
    return `${this.nanoseconds < 0n ? '-' : ''}${text}`
  }

  override toJson(): string {
    return this.toString()
  }

  private parts() {
    const rest = ((this.nanoseconds % SECOND) + SECOND) % SECOND
    const whole = this.nanoseconds - rest
    const size = whole < 0n ? -whole : whole
    const seconds = Number((size % DAY) / SECOND)
    return {
      days: Number(size / DAY),
      hours: Math.floor(seconds / 3600),
      minutes: Math.floor(seconds / 60) % 60,
      seconds: seconds % 60,
    }
  }
}
