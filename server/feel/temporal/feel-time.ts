import { Temporal } from 'temporal-polyfill'
import { FeelObject } from '../values/feel-object.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { FeelDuration } from './feel-duration.ts'
import { order } from './order.ts'

const MIDNIGHT = Temporal.PlainTime.from('00:00')
// A time of day has no date to ask the zone's offset for; this day stands for its standard time.
const ANY_DAY = Temporal.PlainDate.from('2000-01-01')

/** A time of day, of a zone or of none. */
export class FeelTime extends FeelObject {
  readonly typeName = 'time'
  readonly plain: Temporal.PlainTime
  /** An offset such as `+08:00` or a region such as `Asia/Shanghai`; absent for a local time. */
  readonly zone: string | undefined

  constructor(plain: Temporal.PlainTime, zone?: string) {
    super()
    this.plain = plain
    this.zone = zone
  }

  get resultType() {
    return this.zone === undefined ? 'LOCAL_TIME' : 'TIME'
  }

  /** Nanoseconds since midnight; with a zone, since midnight UTC. */
  get nanoseconds(): bigint {
    const local = MIDNIGHT.until(this.plain).total('nanoseconds')
    return BigInt(local) - BigInt(this.offsetNanoseconds() ?? 0)
  }

  compareTo(other: FeelValue): number | null {
    if (!(other instanceof FeelTime) || (this.zone === undefined) !== (other.zone === undefined)) return null
    return order(this.nanoseconds, other.nanoseconds)
  }

  /** The same moment told in two zones is two values. */
  isEqualTo(other: FeelValue): boolean | null {
    const place = this.compareTo(other)
    return place === null ? null : place === 0 && this.plain.equals((other as FeelTime).plain)
  }

  property(name: string): FeelValue | undefined {
    return timeProperty(this.plain, this.offsetNanoseconds(), this.zone, name)
  }

  override toString(): string {
    if (this.zone === undefined) return this.plain.toString()
    return isOffset(this.zone) ? `${this.plain}${offsetText(this.zone)}` : `${this.plain}@${this.zone}`
  }

  /** Stored without seconds when there are none, and with thousandths, millionths …, as Zeebe does. */
  override toJson(): string {
    return this.zone === undefined ? stored(this.toString()) : this.toString()
  }

  private offsetNanoseconds(): number | undefined {
    if (this.zone === undefined) return undefined
    return ANY_DAY.toZonedDateTime({ timeZone: this.zone, plainTime: this.plain }).offsetNanoseconds
  }
}

function stored(time: string): string {
  const [clock = '', fraction = ''] = time.split('.')
  if (fraction === '') return clock.replace(/^(\d\d:\d\d):00$/, '$1')
  return `${clock}.${fraction.padEnd(Math.ceil(fraction.length / 3) * 3, '0')}`
}

/** `hour`, `minute`, `second`, `time offset`, `timezone`. */
export function timeProperty(
  time: Temporal.PlainTime | Temporal.PlainDateTime | Temporal.ZonedDateTime,
  offset: number | undefined,
  zone: string | undefined,
  name: string,
): FeelValue | undefined {
  switch (name) {
    case 'hour':
      return time.hour
    case 'minute':
      return time.minute
    case 'second':
      return time.second
    case 'time offset':
      return offset === undefined ? null : new FeelDuration(BigInt(offset))
    case 'timezone':
      return zone === undefined || isOffset(zone) ? null : zone
    default:
      return undefined
  }
}

/** Whether a zone is a fixed offset and no region. */
export function isOffset(zone: string): boolean {
  return /^[+-]/.test(zone)
}

/** The offset as ISO 8601 writes it: UTC is `Z`. */
export function offsetText(offset: string): string {
  return /^[+-]00:00$/.test(offset) ? 'Z' : offset
}
