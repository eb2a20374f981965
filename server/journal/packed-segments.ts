import type { EngineRecord, Json, Key, Segment } from '../engine/protocol/records.ts'

/**
 * A record as the book writes it: valueType, intent, key, value. Without the value it is the value of the record of the
 * same key before it in the segment: an element's value stands once, its five intents after it.
 */
export type PackedRecord = [valueType: string, intent: string, key: Key, value?: Json]

/** A segment as the book writes it: half the size, so that a commit writes a page less. */
export type PackedSegment = Omit<Segment, 'records'> & { records: PackedRecord[] }

/** Segments in the form that is hashed. */
export function packSegments(segments: readonly Segment[]): PackedSegment[] {
  return segments.map(segment => {
    const last = new Map<Key, EngineRecord>()
    const records = segment.records.map((record): PackedRecord => {
      const { valueType, intent, key, value } = record
      const before = last.get(key)
      last.set(key, record)
      if (before?.valueType === valueType && isSameValue(before.value, value)) return [valueType, intent, key]
      return [valueType, intent, key, value as unknown as Json]
    })
    return { ...segment, records }
  })
}

/** Segments as the engine wrote them. */
export function unpackSegments(segments: readonly PackedSegment[]): Segment[] {
  return segments.map(segment => {
    const last = new Map<Key, Json>()
    const records = segment.records.map(([valueType, intent, key, written]) => {
      const value = written ?? last.get(key)!
      last.set(key, value)
      return { valueType, intent, key, value } as unknown as EngineRecord
    })
    return { ...segment, records }
  })
}

/** The same members with the same plain values; what holds lists or objects is written again. */
function isSameValue(a: object, b: object): boolean {
  if (a === b) return true
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return names.every(name => left[name] === right[name])
}
