import type { EngineRecord, Json, Key, Segment } from '../engine/protocol/records.ts'
import type { CanonicalWriter } from './canonical-writer.ts'
import { type PackedElement, readElement, writeElement } from './packed-elements.ts'
import { type Base, baseOf, type PackedKey, readKey, readKeys, writeKey, writeKeys } from './packed-keys.ts'
import { isSameValue } from './same-value.ts'

/**
 * A line of the book. Steps of an element (packed-elements.ts) and variables have short forms of their own. Of anything
 * else the first line of a kind and key says all; later ones point back to it by its place among the lines, leave out
 * which element it belongs to, and all of their value when it is the same as before.
 */
export type PackedLine =
  | PackedElement
  | ['v' | 'w', key: PackedKey, scopeKey: PackedKey, name: string, value: Json]
  | [valueType: string, intent: string, key: PackedKey, value: Members]
  | [line: number, intent: string, value?: Members]

/** A segment as the book writes it: a third of the size, so that a commit writes fewer pages. */
export type PackedSegment = Omit<Segment, 'records'> & { records: PackedLine[] }

interface Members {
  [name: string]: Json
}

const VARIABLE_INTENTS: Readonly<Record<string, string>> = { v: 'CREATED', w: 'UPDATED' }

/** Writes segments, packed. */
export function writeSegments(writer: CanonicalWriter, segments: readonly Segment[]): void {
  segments.forEach((segment, index) => {
    writer.raw(index === 0 ? '[' : ',')
    writeSegment(writer, segment)
  })
  writer.raw(segments.length === 0 ? '[]' : ']')
}

function writeSegment(writer: CanonicalWriter, segment: Segment): void {
  writer.object(segment as unknown as Members, undefined, (_, name) => {
    if (name !== 'records') return false
    writeRecords(writer, segment.records, baseOf(segment.processInstanceKey))
    return true
  })
}

interface Seen {
  line: number
  valueType: string
  value: Members
}

function writeRecords(writer: CanonicalWriter, records: readonly EngineRecord[], base: Base): void {
  const seen = new Map<Key, Seen>()
  const elements = new Map<Key, object>()
  writer.raw('[')
  for (let position = 0, line = 0; position < records.length; line++) {
    if (line > 0) writer.raw(',')
    const steps = writeElement(writer, records, position, elements, base)
    if (steps === 0) writeRecord(writer, records[position]!, line, seen, base)
    position += steps || 1
  }
  writer.raw(']')
}

function writeRecord(
  writer: CanonicalWriter,
  record: EngineRecord,
  line: number,
  seen: Map<Key, Seen>,
  base: Base,
): void {
  const { valueType, intent, key } = record
  if (valueType === 'VARIABLE' && writeVariable(writer, record, base)) return
  const value = record.value as unknown as Members
  const before = seen.get(key)
  if (before?.valueType !== valueType || !isOfSameElement(before.value, value)) {
    seen.set(key, { line, valueType, value })
    writer.raw(`["${valueType}","${intent}",`)
    writeKey(writer, key, base)
    writer.raw(',')
    writeKeys(writer, value, base)
  } else {
    writer.raw(`[${before.line},"${intent}"`)
    if (!isSameValue(before.value, value)) {
      before.value = value
      writer.raw(',')
      writeKeys(writer, value, base, isOfElement)
    }
  }
  writer.raw(']')
}

function writeVariable(writer: CanonicalWriter, { intent, key, value }: EngineRecord<'VARIABLE'>, base: Base): boolean {
  const { name, scopeKey } = value
  if (intent === 'MIGRATED' || name === undefined || scopeKey === undefined || value.value === undefined) return false
  if (Object.keys(value).length !== 3) return false
  writer.raw(intent === 'CREATED' ? '["v",' : '["w",')
  writeKey(writer, key, base)
  writer.raw(',')
  writeKey(writer, scopeKey, base)
  writer.raw(',')
  writer.string(name)
  writer.raw(',')
  writer.value(value.value)
  writer.raw(']')
  return true
}

/** Members that say which element a thing belongs to; they stay the same from its first record to its last. */
function isOfElement(name: string): boolean {
  return name === 'elementId' || name === 'elementInstanceKey'
}

function isOfSameElement(a: Members, b: Members): boolean {
  return a.elementId === b.elementId && a.elementInstanceKey === b.elementInstanceKey
}

/** Segments as the engine wrote them. */
export function unpackSegments(segments: readonly PackedSegment[]): Segment[] {
  return segments.map(segment => ({
    ...segment,
    records: unpackLines(segment.records, baseOf(segment.processInstanceKey)),
  }))
}

interface First {
  valueType: string
  key: Key
  /** As the last line left it. */
  value: Members
}

function unpackLines(lines: readonly PackedLine[], base: Base): EngineRecord[] {
  const firsts = new Map<number, First>()
  const elements = new Map<Key, object>()
  return lines.flatMap((line, place): EngineRecord[] => {
    if (typeof line[0] === 'number') return [unpackLater(line as [number, string, Members?], firsts, base)]
    if (line[0] === 'v' || line[0] === 'w') {
      const [letter, key, scopeKey, name, value] = line as [string, PackedKey, PackedKey, string, Json]
      const variable = { name, value, scopeKey: readKey(scopeKey, base) }
      return [recordOf('VARIABLE', VARIABLE_INTENTS[letter]!, readKey(key, base), variable)]
    }
    if (/^[a-z]/.test(line[0])) return readElement(line as PackedElement, elements, base)
    const [valueType, intent, key, value] = line as [string, string, PackedKey, Members]
    const first = { valueType, key: readKey(key, base), value: readKeys(value, base) }
    firsts.set(place, first)
    return [recordOf(valueType, intent, first.key, first.value)]
  })
}

function unpackLater(line: [number, string, Members?], firsts: Map<number, First>, base: Base): EngineRecord {
  const [place, intent, value] = line
  const first = firsts.get(place)
  if (!first) throw new Error(`Expected the first record of a thing at line ${place} of the segment, found none`)
  if (value !== undefined) {
    const { elementId, elementInstanceKey } = first.value
    first.value = {
      ...(elementId !== undefined && { elementId }),
      ...(elementInstanceKey !== undefined && { elementInstanceKey }),
      ...readKeys(value, base),
    }
  }
  return recordOf(first.valueType, intent, first.key, first.value)
}

function recordOf(valueType: string, intent: string, key: Key, value: object): EngineRecord {
  return { valueType, intent, key, value } as unknown as EngineRecord
}
