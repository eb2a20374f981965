import type { EngineRecord, Json, Key, Segment } from '../engine/protocol/records.ts'
import { canonicalize, canonicalMembers } from './canonical.ts'
import { type PackedElement, readElement, writeElement } from './packed-elements.ts'
import { type PackedKey, readKey, readKeys, writeKey, writeKeys } from './packed-keys.ts'
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

/** Letters of the intents of variables. */
const VARIABLE_LETTERS: Readonly<Record<string, string>> = { CREATED: 'v', UPDATED: 'w' }
const VARIABLE_INTENTS: Readonly<Record<string, string>> = { v: 'CREATED', w: 'UPDATED' }

/** The canonical text of segments, packed; written directly, because most of it needs neither sorting nor escaping. */
export function packSegments(segments: readonly Segment[]): string {
  return `[${segments.map(packSegment).join()}]`
}

function packSegment(segment: Segment): string {
  const lines = packRecords(segment.records, segment.processInstanceKey)
  return canonicalMembers(segment as unknown as Members, name => (name === 'records' ? `[${lines}]` : undefined))
}

interface Seen {
  line: number
  valueType: string
  value: Members
}

function packRecords(records: readonly EngineRecord[], base: Key | undefined): string {
  const seen = new Map<Key, Seen>()
  const elements = new Map<Key, object>()
  let text = ''
  let line = 0
  for (let position = 0; position < records.length; line++) {
    if (line > 0) text += ','
    const element = writeElement(records, position, elements, base)
    if (element) {
      text += element.text
      position += element.records
    } else text += packRecord(records[position++]!, line, seen, base)
  }
  return text
}

function packRecord(record: EngineRecord, line: number, seen: Map<Key, Seen>, base: Key | undefined): string {
  const { valueType, intent, key } = record
  const variable = valueType === 'VARIABLE' ? packVariable(record, base) : undefined
  if (variable !== undefined) return variable
  const value = record.value as unknown as Members
  const before = seen.get(key)
  if (before?.valueType !== valueType || !isOfSameElement(before.value, value)) {
    seen.set(key, { line, valueType, value })
    return `["${valueType}","${intent}",${writeKey(key, base)},${writeKeys(value, base)}]`
  }
  if (isSameValue(before.value, value)) return `[${before.line},"${intent}"]`
  before.value = value
  return `[${before.line},"${intent}",${writeKeys(value, base, isOfElement)}]`
}

function packVariable({ intent, key, value }: EngineRecord<'VARIABLE'>, base: Key | undefined): string | undefined {
  const letter = VARIABLE_LETTERS[intent]
  const { name, scopeKey } = value
  if (letter === undefined || name === undefined || scopeKey === undefined || value.value === undefined)
    return undefined
  if (Object.keys(value).length !== 3) return undefined
  return `["${letter}",${writeKey(key, base)},${writeKey(scopeKey, base)},${canonicalize(name)},${canonicalize(value.value)}]`
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
  return segments.map(segment => ({ ...segment, records: unpackLines(segment.records, segment.processInstanceKey) }))
}

interface First {
  valueType: string
  key: Key
  /** As the last line left it. */
  value: Members
}

function unpackLines(lines: readonly PackedLine[], base: Key | undefined): EngineRecord[] {
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

function unpackLater(
  line: [number, string, Members?],
  firsts: Map<number, First>,
  base: Key | undefined,
): EngineRecord {
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
