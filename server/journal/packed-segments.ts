import type { EngineRecord, Json, Key, Segment } from '../engine/protocol/records.ts'

/**
 * A record as the book writes it. The first of a thing says all: kind, intent, key, value. Later ones of the same kind
 * and key in the segment point back to it by its position, and write a value only if it is another one than before.
 */
export type PackedRecord =
  | [valueType: string, intent: string, key: Key, value: Json]
  | [first: number, intent: string, value?: Json]

/** A segment as the book writes it: half the size, so that a commit writes fewer pages. */
export type PackedSegment = Omit<Segment, 'records'> & { records: PackedRecord[] }

interface Seen {
  first: number
  valueType: string
  value: object
}

/** Segments in the form that is hashed. */
export function packSegments(segments: readonly Segment[]): PackedSegment[] {
  return segments.map(segment => ({ ...segment, records: packRecords(segment.records) }))
}

function packRecords(records: readonly EngineRecord[]): PackedRecord[] {
  const seen = new Map<Key, Seen>()
  return records.map(({ valueType, intent, key, value }, position): PackedRecord => {
    const before = seen.get(key)
    if (before?.valueType !== valueType) {
      seen.set(key, { first: position, valueType, value })
      return [valueType, intent, key, value as unknown as Json]
    }
    if (isSameValue(before.value, value)) return [before.first, intent]
    before.value = value
    return [before.first, intent, value as unknown as Json]
  })
}

/** Segments as the engine wrote them. */
export function unpackSegments(segments: readonly PackedSegment[]): Segment[] {
  return segments.map(segment => ({ ...segment, records: unpackRecords(segment.records) }))
}

function unpackRecords(packed: readonly PackedRecord[]): EngineRecord[] {
  const firsts = new Map<number, { valueType: string; key: Key; value: Json }>()
  return packed.map((record, position) => {
    if (isFirst(record)) {
      const [valueType, intent, key, value] = record
      firsts.set(position, { valueType, key, value })
      return { valueType, intent, key, value } as unknown as EngineRecord
    }
    const [position0, intent, value] = record
    const first = firsts.get(position0)
    if (!first) throw new Error(`Expected a record at position ${position0} of the segment, found none`)
    if (value !== undefined) first.value = value
    return { ...first, intent } as unknown as EngineRecord
  })
}

function isFirst(record: PackedRecord): record is [string, string, Key, Json] {
  return typeof record[0] === 'string'
}

/** The same members with the same plain values; what holds lists or objects is written again. */
function isSameValue(a: object, b: object): boolean {
  if (a === b) return true
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return names.every(name => left[name] === right[name])
}
