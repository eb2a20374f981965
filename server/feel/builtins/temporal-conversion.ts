import { Temporal } from 'temporal-polyfill'
import type { Run } from '../run.ts'
import { attempt } from '../temporal/attempt.ts'
import { FeelDate } from '../temporal/feel-date.ts'
import { FeelDateTime } from '../temporal/feel-date-time.ts'
import type { FeelDuration } from '../temporal/feel-duration.ts'
import { FeelPeriod } from '../temporal/feel-period.ts'
import { FeelTime } from '../temporal/feel-time.ts'
import {
  atZone,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTemporal,
  parseTime,
  zoneOf,
} from '../temporal/parse-temporal.ts'
import type { FeelNumber, FeelValue } from '../values/feel-value.ts'
import { toDecimal, toInteger } from '../values/numbers.ts'
import { type Declaration, declare } from './builtin.ts'

const declarations: readonly Declaration[] = [
  ['@(text: string)', (text: string) => parseTemporal(text) ?? null],
  ['date(from: string)', (text: string) => parseDate(text) ?? null],
  ['date(from: date)', (date: FeelDate) => date],
  ['date(from: date and time)', (dateTime: FeelDateTime) => dayOf(dateTime)],
  ['date(year: number, month: number, day: number)', date],
  ['time(from: string)', (text: string) => parseTime(text) ?? null],
  ['time(from: date)', () => parseTime('00:00:00Z') ?? null],
  ['time(from: date and time)', (dateTime: FeelDateTime) => clockOf(dateTime)],
  ['time(hour: number, minute: number, second: number, offset?: days and time duration|null)', time],
  ['date and time(from: string)', (text: string) => parseDateTime(text) ?? null],
  ['date and time(date: date|date and time, time: time)', combined],
  ['date and time(date: date and time, timezone: string)', inZone],
  ['duration(from: string)', (text: string) => parseDuration(text) ?? null],
  ['years and months duration(from: date|date and time, to: date|date and time)', monthsBetween],
]

/** Functions that make dates, times and durations. */
export const temporalConversionBuiltins = declare(declarations)

/** The day of a date or of a date and time. */
export function dayOf(value: FeelDate | FeelDateTime): FeelDate {
  if (value instanceof FeelDate) return value
  return new FeelDate(value.value.toPlainDate())
}

function clockOf({ value, zoned }: FeelDateTime): FeelTime {
  return new FeelTime(value.toPlainTime(), zoned?.timeZoneId)
}

function date(year: FeelNumber, month: FeelNumber, day: FeelNumber): FeelValue {
  const [y, m, d] = [toInteger(year), toInteger(month), toInteger(day)]
  if (y === undefined || m === undefined || d === undefined) return null
  const plain = attempt(() => Temporal.PlainDate.from({ year: y, month: m, day: d }, { overflow: 'reject' }))
  return plain ? new FeelDate(plain) : null
}

function time(hour: FeelNumber, minute: FeelNumber, second: FeelNumber, offset?: FeelDuration | null): FeelValue {
  const [h, m] = [toInteger(hour), toInteger(minute)]
  const nanoseconds = toDecimal(second).withScale(9, 'down').coefficient
  if (h === undefined || m === undefined || nanoseconds < 0n) return null
  const clock = `${two(h)}:${two(m)}:${two(Number(nanoseconds / 1_000_000_000n))}`
  const fraction = String(nanoseconds % 1_000_000_000n).padStart(9, '0')
  return parseTime(`${clock}.${fraction}${offset ? offsetOf(offset) : ''}`) ?? null
}

function combined(date: FeelDate | FeelDateTime, { plain, zone }: FeelTime): FeelValue {
  return atZone(dayOf(date).plain.toPlainDateTime(plain), zone) ?? null
}

function inZone(dateTime: FeelDateTime, text: string, run: Run): FeelValue {
  const zone = zoneOf(text)
  if (zone === undefined) return null
  const zoned = dateTime.zoned ?? dateTime.local?.toZonedDateTime(run.context.zone ?? 'UTC')
  return zoned ? new FeelDateTime(zoned.withTimeZone(zone)) : null
}

function monthsBetween(from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime): FeelPeriod {
  return new FeelPeriod(dayOf(from).plain.until(dayOf(to).plain, { largestUnit: 'months' }).months + 0)
}

function offsetOf(offset: FeelDuration): string {
  const minutes = Math.abs(offset.milliseconds) / 60_000
  return `${offset.milliseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
