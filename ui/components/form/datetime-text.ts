import { type DateTimeField, type Json, officeMinute, officeMoment } from '../../../server/forms/index.ts'

// A time of day without its date is read on a day without meaning; the office has no summer time.
const anyDay = '2000-01-01'

/** What a native control shows for a stored value: the clock on the wall of the office, whatever zone the browser is in. */
export function localText(field: DateTimeField, value: Json): string {
  if (typeof value !== 'string') return ''
  if (field.subtype === 'date') return value
  const isTime = field.subtype === 'time'
  const hasZone = /(?:Z|[+-]\d{2}:\d{2})$/.test(value)
  if (!hasZone) return isTime ? value.slice(0, 5) : value.slice(0, 16)
  const moment = Date.parse(isTime ? `${anyDay}T${value}` : value)
  if (Number.isNaN(moment)) return ''
  return isTime ? officeMinute(moment).slice(11) : officeMinute(moment)
}

/** What is stored for what a native control holds, in the zone the field asks for; null when it is empty. */
export function storedText(field: DateTimeField, local: string): string | null {
  if (local === '') return null
  if (field.subtype === 'date') return local
  const minute = field.subtype === 'time' ? `${anyDay}T${local.slice(0, 5)}` : local.slice(0, 16)
  const stored = zoned(field, minute)
  return field.subtype === 'time' ? stored.slice(11) : stored
}

function zoned(field: DateTimeField, minute: string): string {
  if (field.timeSerializingFormat === 'utc_offset') return `${minute}+08:00`
  if (field.timeSerializingFormat !== 'utc_normalized') return minute
  return `${new Date(officeMoment(minute)).toISOString().slice(0, 16)}Z`
}
