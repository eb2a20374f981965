import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../protocol/records.ts'

/** What every reader of ISO 8601 reads alike: a day that each month has, no more than milliseconds, a plain offset. */
const PLAIN =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** An ISO 8601 date-time with offset or zone as an instant; undefined when it is none, or has no zone. */
export function instantOf(text: string): Instant | undefined {
  if (PLAIN.test(text)) return Date.parse(text)
  try {
    return hasOffset(text)
      ? Temporal.Instant.from(text).epochMilliseconds
      : Temporal.ZonedDateTime.from(text).epochMilliseconds
  } catch {
    return undefined
  }
}

/** An instant and an ISO 8601 duration later; months and years as the calendar of a zone has them. Undefined when it is no duration. */
export function addDuration(from: Instant, text: string, zone: string): Instant | undefined {
  const exact = exactDuration(text)
  if (exact !== undefined) return from + exact
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
    return start.add(Temporal.Duration.from(text)).epochMilliseconds
  } catch {
    return undefined
  }
}

/** A date-time with zone in the form Zeebe writes: without seconds when they are zero. Undefined when it is none. */
export function normalDateTime(text: string): string | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(\.\d+)?)?(.+)$/.exec(text.trim())
  if (!parts || instantOf(`${parts[1]}:${parts[2] ?? '00'}${parts[3] ?? ''}${parts[4]}`) === undefined) return undefined
  const [, minutes, seconds = '00', fraction = '', zone] = parts
  const tail = seconds === '00' && fraction === '' ? '' : `:${seconds}${fraction}`
  return `${minutes}${tail}${zone}`
}

/** Days and smaller parts have a fixed length in UTC, and most durations have no others. */
function exactDuration(text: string): number | undefined {
  const parts = /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/.exec(text)
  if (!parts || text.endsWith('P') || text.endsWith('T')) return undefined
  const [days, hours, minutes, seconds] = parts.slice(1).map(part => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  return ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1_000
}

function hasOffset(text: string): boolean {
  return /(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text)
}
