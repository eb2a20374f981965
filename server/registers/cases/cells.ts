import type { Json } from '../../engine/protocol/records.ts'

/** What a column holds of a value; a personal value that was deleted by legal order left a marker, which is nothing. */
export function cellOf(value: Json | undefined): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' || typeof value === 'number') return value
  return Array.isArray(value) ? JSON.stringify(value) : null
}

/** `partyType` in a record is `party_type` in its table. */
export function columnName(property: string): string {
  return property.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
