import type { Temporal } from 'temporal-polyfill'
import { Decimal } from '../values/decimal.ts'
import type { FeelNumber, FeelValue } from '../values/feel-value.ts'
import { divide, isNumber, multiply, round, toDecimal } from '../values/numbers.ts'
import { attempt } from './attempt.ts'
import { FeelDate } from './feel-date.ts'
import { FeelDateTime } from './feel-date-time.ts'
import { FeelDuration } from './feel-duration.ts'
import { FeelPeriod } from './feel-period.ts'
import { FeelTime } from './feel-time.ts'

type Span = FeelDuration | FeelPeriod
type Point = FeelDate | FeelDateTime | FeelTime

/** `date + duration`, `duration + duration`; undefined when the two do not go together, null outside the calendar. */
export function addTemporal(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isSpan(left) && isSpan(right)) return addSpans(left, right)
  if (isSpan(left) && isPoint(right)) return shift(right, left)
  return isPoint(left) && isSpan(right) ? shift(left, right) : undefined
}

/** `date - duration`, `date - date`, `duration - duration`; undefined when the two do not go together. */
export function subtractTemporal(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isSpan(right)) return addTemporal(left, negateSpan(right))
  return isPoint(left) && isPoint(right) ? difference(left, right) : undefined
}

/** `duration * number`, either way round; what the number has behind its point does not count. */
export function multiplyTemporal(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isSpan(left) && isNumber(right)) return scaled(left, size => multiply(size, round(right, 0, 'down')))
  return isNumber(left) && isSpan(right) ? multiplyTemporal(right, left) : undefined
}

/** `duration / number`, and how often one duration fits into another of its kind. */
export function divideTemporal(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isSpan(left) && isNumber(right)) return scaled(left, size => divide(size, right))
  if (left instanceof FeelDuration && right instanceof FeelDuration) return divide(sizeOf(left), sizeOf(right))
  return left instanceof FeelPeriod && right instanceof FeelPeriod ? divide(left.months, right.months) : undefined
}

/** The span as far into the other direction. */
export function negateSpan(span: Span): Span {
  return span instanceof FeelPeriod ? new FeelPeriod(0 - span.months) : new FeelDuration(-span.nanoseconds)
}

/** Whether the value is a duration of either kind. */
function isSpan(value: FeelValue): value is Span {
  return value instanceof FeelDuration || value instanceof FeelPeriod
}

function isPoint(value: FeelValue): value is Point {
  return value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime
}

function addSpans(left: Span, right: Span): Span | undefined {
  if (left instanceof FeelPeriod)
    return right instanceof FeelPeriod ? new FeelPeriod(left.months + right.months) : undefined
  return right instanceof FeelDuration ? new FeelDuration(left.nanoseconds + right.nanoseconds) : undefined
}

function shift(point: Point, span: Span): FeelValue | undefined {
  if (point instanceof FeelTime) {
    return span instanceof FeelPeriod ? undefined : new FeelTime(point.plain.add(asTemporal(span)), point.zone)
  }
  return attempt(() => moved(point, asTemporal(span))) ?? null
}

function moved(point: FeelDate | FeelDateTime, span: Temporal.DurationLike): FeelDate | FeelDateTime {
  if (point instanceof FeelDateTime) return new FeelDateTime(point.value.add(span))
  // Hours count from the start of the day, so that a day is lost or won where Java loses or wins it.
  return new FeelDate(point.plain.toPlainDateTime().add(span).toPlainDate())
}

function asTemporal(span: Span): Temporal.DurationLike {
  if (span instanceof FeelPeriod) return { months: span.months }
  return { seconds: Number(span.nanoseconds / 1_000_000_000n), nanoseconds: Number(span.nanoseconds % 1_000_000_000n) }
}

function difference(left: Point, right: Point): FeelValue | undefined {
  if (left instanceof FeelTime && right instanceof FeelTime) {
    if (left.compareTo(right) === null) return undefined
    const size = left.nanoseconds - right.nanoseconds
    // Between two times with zones Zeebe tells how far they are apart, whichever comes first.
    return new FeelDuration(left.zone !== undefined && size < 0n ? -size : size)
  }
  if (left instanceof FeelDate && right instanceof FeelDate) return between(midnight(right), midnight(left))
  if (!(left instanceof FeelDateTime && right instanceof FeelDateTime)) return undefined
  if (left.zoned && right.zoned) return new FeelDuration(left.zoned.epochNanoseconds - right.zoned.epochNanoseconds)
  return left.local && right.local ? between(right.local, left.local) : undefined
}

function midnight(date: FeelDate): Temporal.PlainDateTime {
  return date.plain.toPlainDateTime()
}

function between(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime): FeelDuration {
  const [start, end] = [from.toZonedDateTime('UTC'), to.toZonedDateTime('UTC')]
  return new FeelDuration(end.epochNanoseconds - start.epochNanoseconds)
}

function scaled(span: Span, calculate: (size: FeelNumber) => FeelNumber | null): FeelValue {
  const size = calculate(sizeOf(span))
  if (size === null) return null
  const whole = toDecimal(size).withScale(0, 'down').coefficient
  return span instanceof FeelPeriod ? new FeelPeriod(Number(whole)) : new FeelDuration(whole)
}

function sizeOf(span: Span): FeelNumber {
  return span instanceof FeelPeriod ? span.months : new Decimal(span.nanoseconds, 0)
}
