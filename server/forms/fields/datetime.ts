import { typeName } from '../json.ts'
import { objection } from '../objections.ts'
import { isCalendarDate, officeDate } from '../office-time.ts'
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
    if (!field.disallowPassedDates || field.subtype === 'time' || typeof value !== 'string') return []
    const today = officeDate(scope.context.now)
    return dateAtOffice(value) < today ? [objection('passed', { today })] : []
  },
}

function isWellFormed(field: DateTimeField, value: string): boolean {
  if (field.subtype === 'date') return isCalendarDate(value)
  const clock = new RegExp(`^${time}${zones[field.timeSerializingFormat ?? 'no_timezone']}$`)
  if (field.subtype === 'time') return clock.test(value)
  return value[10] === 'T' && isCalendarDate(value.slice(0, 10)) && clock.test(value.slice(11))
}

function dateAtOffice(value: string): string {
  const hasZone = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(value)
  return hasZone ? officeDate(Date.parse(value)) : value.slice(0, 10)
}
