import type { ElementIntent, ElementValue, EngineRecord, Json, Key } from '../engine/protocol/records.ts'
import type { CanonicalWriter } from './canonical-writer.ts'
import { type Base, type PackedKey, readKey, readKeys, writeKey, writeKeys } from './packed-keys.ts'
import { isSameValue } from './same-value.ts'

type Rest = { [name: string]: Json }

/**
 * Steps of one element instance, a letter each, that follow one upon the other; where no step said it before, what the
 * element is: id, type, key of the scope around it, and the rest of its value. A taken flow needs no type.
 */
export type PackedElement =
  | [letters: string, key: PackedKey]
  | [letters: string, key: PackedKey, elementId: string, type: string, flowScopeKey: PackedKey | null, rest?: Rest]
  | ['f', key: PackedKey, elementId: string, flowScopeKey: PackedKey, rest?: Rest]

const LETTERS: Readonly<Record<string, string>> = {
  ELEMENT_ACTIVATING: 'a',
  ELEMENT_ACTIVATED: 'b',
  ELEMENT_COMPLETING: 'c',
  ELEMENT_COMPLETED: 'd',
  ELEMENT_TERMINATING: 't',
  ELEMENT_TERMINATED: 'u',
  ELEMENT_MIGRATED: 'm',
  ANCESTOR_MIGRATED: 'n',
} satisfies Record<Exclude<ElementIntent, 'SEQUENCE_FLOW_TAKEN'>, string>

const INTENTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LETTERS).map(([intent, letter]) => [letter, intent]),
)

/** Writes the line of the steps that begin at a position; answers how many records it tells: 0 if those are no steps. */
export function writeElement(
  writer: CanonicalWriter,
  records: readonly EngineRecord[],
  position: number,
  elements: Map<Key, object>,
  base: Base,
): number {
  const { valueType, intent, key, value } = records[position]!
  if (valueType !== 'PROCESS_INSTANCE' || !isPackable(value)) return 0
  if (intent === 'SEQUENCE_FLOW_TAKEN') return writeFlow(writer, key, value, base) ? 1 : 0
  if (!(intent in LETTERS)) return 0
  writer.raw('["')
  let end = position
  for (let next = records[end]; next && isStepOf(next, key, value); next = records[++end])
    writer.raw(LETTERS[next.intent]!)
  writer.raw('",')
  writeKey(writer, key, base)
  const before = elements.get(key)
  if (before === undefined || !isSameValue(before, value)) {
    elements.set(key, value)
    writeWhat(writer, value, base)
  }
  writer.raw(']')
  return end - position
}

function isStepOf(record: EngineRecord, key: Key, value: ElementValue): boolean {
  return (
    record.key === key &&
    record.valueType === 'PROCESS_INSTANCE' &&
    record.intent in LETTERS &&
    isSameValue(value, record.value)
  )
}

function isPackable({ elementId, bpmnElementType, flowScopeKey }: Partial<ElementValue>): boolean {
  return (
    typeof elementId === 'string' &&
    typeof bpmnElementType === 'string' &&
    (flowScopeKey === undefined || typeof flowScopeKey === 'string')
  )
}

function writeFlow(writer: CanonicalWriter, key: Key, value: ElementValue, base: Base): boolean {
  const { elementId, bpmnElementType, flowScopeKey } = value
  if (bpmnElementType !== 'SEQUENCE_FLOW' || flowScopeKey === undefined) return false
  writer.raw('["f",')
  writeKey(writer, key, base)
  writer.raw(',')
  writer.string(elementId)
  writer.raw(',')
  writeKey(writer, flowScopeKey, base)
  writeRest(writer, value, base)
  writer.raw(']')
  return true
}

function writeWhat(writer: CanonicalWriter, value: ElementValue, base: Base): void {
  const { elementId, bpmnElementType, flowScopeKey } = value
  writer.raw(',')
  writer.string(elementId)
  writer.raw(',')
  writer.string(bpmnElementType)
  writer.raw(',')
  if (flowScopeKey === undefined) writer.raw('null')
  else writeKey(writer, flowScopeKey, base)
  writeRest(writer, value, base)
}

function writeRest(writer: CanonicalWriter, value: ElementValue, base: Base): void {
  if (!hasRest(value)) return
  writer.raw(',')
  writeKeys(writer, value as unknown as Rest, base, isWrittenApart)
}

function hasRest(value: object): boolean {
  for (const name in value)
    if (!isWrittenApart(name) && (value as { [name: string]: unknown })[name] !== undefined) return true
  return false
}

function isWrittenApart(name: string): boolean {
  return name === 'elementId' || name === 'bpmnElementType' || name === 'flowScopeKey'
}

/** The records of a line of steps. */
export function readElement(line: PackedElement, elements: Map<Key, object>, base: Base): EngineRecord[] {
  const [letters, packedKey, ...what] = line
  const key = readKey(packedKey, base)
  if (letters === 'f') {
    const [elementId, flowScopeKey, rest] = what as [string, PackedKey, Rest?]
    const value = elementValue(elementId, 'SEQUENCE_FLOW', flowScopeKey, rest, base)
    return [recordOf('SEQUENCE_FLOW_TAKEN', key, value)]
  }
  if (what.length > 0) {
    const [elementId, type, flowScopeKey, rest] = what as [string, string, PackedKey | null, Rest?]
    elements.set(key, elementValue(elementId, type, flowScopeKey, rest, base))
  }
  const value = elements.get(key)
  if (!value) throw new Error(`Expected to be told before which element ${key} is an instance of`)
  return [...letters].map(letter => recordOf(INTENTS[letter]!, key, value))
}

function elementValue(
  elementId: string,
  bpmnElementType: string,
  flowScopeKey: PackedKey | null,
  rest: Rest | undefined,
  base: Base,
): object {
  return {
    elementId,
    bpmnElementType,
    ...(flowScopeKey !== null && { flowScopeKey: readKey(flowScopeKey, base) }),
    ...(rest && readKeys(rest, base)),
  }
}

function recordOf(intent: string, key: Key, value: object): EngineRecord {
  return { valueType: 'PROCESS_INSTANCE', intent, key, value } as unknown as EngineRecord
}
