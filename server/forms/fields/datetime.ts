import { typeName } from '../json.ts'
import { objection } from '../objections.ts'
import { isCalendarDate, officeDate, officeMoment } from '../office-time.ts'
import type { DateTimeField } from '../schema.ts'
import type { FieldKind } from './field-kind.ts'

const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`
const zones = {
  utc_offset: String.raw`(?:[+-](?:0\d|1[0-4]):[0-5]\d|Z)`,
  utc_normalized: 'Z',
  no_timezone: '',
}

/** A date `YYYY-MM-DD`, a time `hh:mm`, or both joined by `T`; a time carries the zone its field asks for. */
export const dateTimeKind: FieldKind<DateTimeField> = {
  empty: () => null,
  isEmpty: () => false,
  type(field, value) {
    if (typeof value !== 'string') return objection('type', { expected: 'text', found: typeName(value) })
    return isWellFormed(field, value) ? undefined : objection(field.subtype)
  },
  check(field, value, scope) {
    if (field.subtype === 'time' || typeof value !== 'string') return []
    const { now } = scope.context
    if (field.properties?.factTime === 'true' && momentOf(field, value) > now) return [objection('future')]
    const today = officeDate(now)
    return field.disallowPassedDates && dateAtOffice(value) < today ? [objection('passed', { today })] : []
  },
}

function isWellFormed(field: DateTimeField, value: string): boolean {
  if (field.subtype === 'date') return isCalendarDate(value)
  const clock = new RegExp(`^${time}${zones[field.timeSerializingFormat ?? 'no_timezone']}$`)
  if (field.subtype === 'time') return clock.test(value)
  return value[10] === 'T' && isCalendarDate(value.slice(0, 10)) && clock.test(value.slice(11))
}

/** When what the field says begins, UTC ms; a day at midnight of the office. */
export function momentOf({ subtype }: DateTimeField, value: string): number {
  if (hasZone(value)) return Date.parse(value)
  return officeMoment(subtype === 'date' ? `${value}T00:00` : value.slice(0, 16))
}

const hasZone = (value: string): boolean => /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(value)

function dateAtOffice(value: string): string {
  return hasZone(value) ? officeDate(Date.parse(value)) : value.slice(0, 10)
}
