import { Temporal } from 'temporal-polyfill'
import { FeelObject } from '../values/feel-object.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { dateProperty, yearFirst } from './feel-date.ts'
import { isOffset, offsetText, timeProperty } from './feel-time.ts'
import { order } from './order.ts'

/** A day with a time of day, of a zone (then it is an instant) or of none. */
export class FeelDateTime extends FeelObject {
  readonly typeName = 'date and time'
  readonly value: Temporal.PlainDateTime | Temporal.ZonedDateTime

  constructor(value: Temporal.PlainDateTime | Temporal.ZonedDateTime) {
    super()
    this.value = value
  }

  get resultType() {
    return this.zoned ? 'DATE_TIME' : 'LOCAL_DATE_TIME'
  }

  /** The instant in milliseconds since 1970-01-01T00:00:00Z; undefined without a zone. */
  get epochMilliseconds(): number | undefined {
    return this.zoned?.epochMilliseconds
  }

  /** The value if it has a zone. */
  get zoned(): Temporal.ZonedDateTime | undefined {
    return this.value instanceof Temporal.ZonedDateTime ? this.value : undefined
  }

  /** The value if it has no zone. */
  get local(): Temporal.PlainDateTime | undefined {
    return this.value instanceof Temporal.PlainDateTime ? this.value : undefined
  }

  compareTo(other: FeelValue): number | null {
    if (!(other instanceof FeelDateTime)) return null
    const [a, b] = [this.value, other.value]
    if (a instanceof Temporal.ZonedDateTime && b instanceof Temporal.ZonedDateTime) return compareZoned(a, b)
    if (a instanceof Temporal.PlainDateTime && b instanceof Temporal.PlainDateTime)
      return Temporal.PlainDateTime.compare(a, b)
    return null
  }

  property(name: string): FeelValue | undefined {
    return (
      dateProperty(this.value, name) ??
      timeProperty(this.value, this.zoned?.offsetNanoseconds, this.zoned?.timeZoneId, name)
    )
  }

  override toString(): string {
    if (!(this.value instanceof Temporal.ZonedDateTime)) return yearFirst(this.value.toString())
    const { timeZoneId, offset } = this.value
    return `${yearFirst(this.value.toPlainDateTime().toString())}${isOffset(timeZoneId) ? offsetText(offset) : `@${timeZoneId}`}`
  }

  /** Stored with the offset beside the region, as Zeebe does. */
  override toJson(): string {
    if (!(this.value instanceof Temporal.ZonedDateTime)) return this.toString()
    const { timeZoneId, offset } = this.value
    return `${yearFirst(this.value.toPlainDateTime().toString())}${offsetText(offset)}${isOffset(timeZoneId) ? '' : `[${timeZoneId}]`}`
  }
}

/** The same instant told in two zones is two values: what the clocks show comes next, then the name of the zone. */
function compareZoned(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): number {
  return (
    Temporal.Instant.compare(a.toInstant(), b.toInstant()) ||
    Temporal.PlainDateTime.compare(a.toPlainDateTime(), b.toPlainDateTime()) ||
    order(offsetText(a.timeZoneId), offsetText(b.timeZoneId))
  )
}
