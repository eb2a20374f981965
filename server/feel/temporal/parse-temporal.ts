import { Temporal } from 'temporal-polyfill'
import { Decimal } from '../values/decimal.ts'
import { attempt } from './attempt.ts'
import { FeelDate } from './feel-date.ts'
import { FeelDateTime } from './feel-date-time.ts'
import { FeelDuration } from './feel-duration.ts'
import { FeelPeriod } from './feel-period.ts'
import { FeelTime } from './feel-time.ts'

const DATE = /^-?\d{4,6}-\d\d-\d\d$/
const ZONED =
  /^(?<local>[^Zz@[+]*?)(?<offset>[Zz]|[+-]\d\d:\d\d(?::\d\d)?)?(?:@(?<at>[\w/+-]+)|\[(?<region>[\w/+-]+)\])?$/
const TIME = /^T?(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)$/
const PERIOD = /^(-?)P(?:(-?\d{1,9})Y)?(?:(-?\d{1,9})M)?$/
const DURATION = /^(-?)P(?:(-?\d{1,9})D)?(?:T(?:(-?\d{1,9})H)?(?:(-?\d{1,9})M)?(?:(-?\d{1,12}(?:\.\d{1,9})?)S)?)?$/

/** `2026-01-01`; undefined for anything else. */
export function parseDate(text: string): FeelDate | undefined {
  const plain = DATE.test(text) ? attempt(() => Temporal.PlainDate.from(expanded(text))) : undefined
  return plain && new FeelDate(plain)
}

/** `10:00:00`, `T10:00`; with seconds also `Z`, `+08:00`, `@Asia/Shanghai`. Undefined for anything else. */
export function parseTime(text: string): FeelTime | undefined {
  const { local, zone } = splitZone(text)
  const clock = TIME.exec(local)?.[1]
  const plain = clock === undefined ? undefined : attempt(() => Temporal.PlainTime.from(clock))
  if (!plain || (zone !== undefined && (!isZone(zone) || !/:\d\d:/.test(clock ?? '')))) return undefined
  return new FeelTime(plain, zone)
}

/** `2026-01-01T10:00:00` with `Z`, `+08:00`, `@Asia/Shanghai`, `+08:00[Asia/Shanghai]` or none; undefined for anything else. */
export function parseDateTime(text: string): FeelDateTime | undefined {
  // Not the last `T`: there are zones with one in their name.
  const [day = '', clock] = splitAt(text, text.indexOf('T'))
  const date = parseDate(day)
  if (!date) return undefined
  if (clock === undefined) return new FeelDateTime(date.plain.toPlainDateTime())
  const { local, zone } = splitZone(clock)
  const time = TIME.test(local) ? parseTime(local) : undefined
  if (!time) return undefined
  return atZone(date.plain.toPlainDateTime(time.plain), zone)
}

/** The local date and time of a zone, or of none; undefined when there is no such zone. */
export function atZone(local: Temporal.PlainDateTime, zone: string | undefined): FeelDateTime | undefined {
  if (zone === undefined) return new FeelDateTime(local)
  const zoned = attempt(() => local.toZonedDateTime(zone))
  return zoned && new FeelDateTime(zoned)
}

/** `P1Y2M` or `P1DT2H`; undefined for anything else, and for a mixture of both. */
export function parseDuration(text: string): FeelDuration | FeelPeriod | undefined {
  if (/^-?P$|T$/.test(text)) return undefined
  const period = PERIOD.exec(text)
  if (period) {
    const [, sign, years = '0', months = '0'] = period
    return new FeelPeriod((sign === '-' ? -1 : 1) * (Number(years) * 12 + Number(months)) + 0)
  }
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = DURATION.exec(text) ?? []
  if (sign === undefined) return undefined
  const whole = (BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)
  const nanoseconds = whole * 60_000_000_000n + (Decimal.parse(seconds)?.withScale(9, 'down').coefficient ?? 0n)
  return new FeelDuration(sign === '-' ? -nanoseconds : nanoseconds)
}

/** `@"…"`: whatever of these the text is. */
export function parseTemporal(
  text: string,
): FeelDate | FeelDateTime | FeelTime | FeelDuration | FeelPeriod | undefined {
  return parseDate(text) ?? parseDateTime(text) ?? parseTime(text) ?? parseDuration(text)
}

/** A zone as a caller may write it (`Z`, `+08:00`, `Asia/Shanghai`), as it is kept; undefined when there is none of that name. */
export function zoneOf(text: string): string | undefined {
  const zone = /^z$/i.test(text) ? '+00:00' : text
  return isZone(zone) ? zone : undefined
}

function splitZone(text: string): { local: string; zone: string | undefined } {
  const groups = ZONED.exec(text)?.groups
  const region = groups?.at ?? groups?.region
  const offset = groups?.offset
  const zone = region ?? (offset && (/z/i.test(offset) ? '+00:00' : offset))
  return { local: groups?.local ?? text, zone: zone === undefined || !/^z$/i.test(zone) ? zone : '+00:00' }
}

function isZone(zone: string): boolean {
  return attempt(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)) !== undefined
}

function splitAt(text: string, index: number): [before: string, after?: string] {
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}

// The calendar's own reader wants six digits and a sign for years beyond 9999.
function expanded(date: string): string {
  const [, sign = '', year = '', rest = ''] = /^(-?)(\d+)(-.*)$/.exec(date) ?? []
  return sign === '' && year.length === 4 ? date : `${sign || '+'}${year.padStart(6, '0')}${rest}`
}
