import type { EngineRecord, Json, Key, Segment } from '../engine/protocol/records.ts'
import { CanonicalText, canonicalize } from './canonical.ts'

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

/**
 * The canonical text of segments, packed. Written directly: kinds, intents and keys are plain, so most of an entry needs
 * neither sorting nor escaping.
 */
export function packSegments(segments: readonly Segment[]): CanonicalText {
  return new CanonicalText(`[${segments.map(packSegment).join()}]`)
}

function packSegment({ records, ...shared }: Segment): string {
  const seen = new Map<Key, Seen>()
  let text = ''
  for (let position = 0; position < records.length; position++) {
    const record = records[position]!
    text += position === 0 ? packRecord(record, position, seen) : `,${packRecord(record, position, seen)}`
  }
  return canonicalize({ ...shared, records: new CanonicalText(`[${text}]`) } as unknown as Json)
}

function packRecord({ valueType, intent, key, value }: EngineRecord, position: number, seen: Map<Key, Seen>): string {
  const before = seen.get(key)
  if (before?.valueType !== valueType) {
    seen.set(key, { first: position, valueType, value })
    return `["${valueType}","${intent}","${key}",${canonicalize(value as unknown as Json)}]`
  }
  if (isSameValue(before.value, value)) return `[${before.first},"${intent}"]`
  before.value = value
  return `[${before.first},"${intent}",${canonicalize(value as unknown as Json)}]`
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
