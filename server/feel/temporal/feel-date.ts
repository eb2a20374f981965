import type { Temporal } from 'temporal-polyfill'
import { FeelObject } from '../values/feel-object.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { order } from './order.ts'

/** A calendar day without a zone. */
export class FeelDate extends FeelObject {
  readonly resultType = 'DATE'
  readonly typeName = 'date'
  readonly plain: Temporal.PlainDate

  constructor(plain: Temporal.PlainDate) {
    super()
    this.plain = plain
  }

  compareTo(other: FeelValue): number | null {
    return other instanceof FeelDate ? order(this.toDay(), other.toDay()) : null
  }

  property(name: string): FeelValue | undefined {
    return dateProperty(this.plain, name)
  }

  override toString(): string {
    return yearFirst(this.plain.toString())
  }

  override toJson(): string {
    return this.toString()
  }

  private toDay(): number {
    return (this.plain.year * 12 + this.plain.month) * 31 + this.plain.day
  }
}

/** The text of a date with its year as Zeebe writes it: four digits, more only where they are needed. */
export function yearFirst(text: string): string {
  return text.replace(/^([+-])0+(?=\d{4,}-)/, '$1')
}

/** `year`, `month`, `day`, `weekday` (Monday is 1). */
export function dateProperty(
  date: Temporal.PlainDate | Temporal.PlainDateTime | Temporal.ZonedDateTime,
  name: string,
): FeelValue | undefined {
  switch (name) {
    case 'year':
      return date.year
    case 'month':
      return date.month
    case 'day':
      return date.day
    case 'weekday':
      return date.dayOfWeek
    default:
      return undefined
  }
}
