import type { ElementIntent, ElementValue, EngineRecord, Json, Key } from '../engine/protocol/records.ts'
import { canonicalize } from './canonical.ts'
import { type PackedKey, readKey, readKeys, writeKey, writeKeys } from './packed-keys.ts'
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
} satisfies Record<Exclude<ElementIntent, 'SEQUENCE_FLOW_TAKEN'>, string>

const INTENTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LETTERS).map(([intent, letter]) => [letter, intent]),
)

/** The line of the steps that begin at a position, and how many records it tells; undefined if those are no steps. */
export function writeElement(
  records: readonly EngineRecord[],
  position: number,
  elements: Map<Key, object>,
  base: Key | undefined,
): { text: string; records: number } | undefined {
  const { valueType, intent, key, value } = records[position]!
  if (valueType !== 'PROCESS_INSTANCE' || !isPackable(value)) return undefined
  if (intent === 'SEQUENCE_FLOW_TAKEN') {
    const text = writeFlow(key, value, base)
    return text === undefined ? undefined : { text, records: 1 }
  }
  let letters = LETTERS[intent]
  if (letters === undefined) return undefined
  let end = position + 1
  for (; end < records.length; end++) {
    const next = records[end]!
    const letter = next.key === key && next.valueType === 'PROCESS_INSTANCE' ? LETTERS[next.intent] : undefined
    if (letter === undefined || !isSameValue(value, next.value)) break
    letters += letter
  }
  const before = elements.get(key)
  const isKnown = before !== undefined && isSameValue(before, value)
  if (!isKnown) elements.set(key, value)
  const what = isKnown ? '' : `,${writeWhat(value, base)}`
  return { text: `["${letters}",${writeKey(key, base)}${what}]`, records: end - position }
}

function isPackable({ elementId, bpmnElementType, flowScopeKey }: Partial<ElementValue>): boolean {
  return (
    typeof elementId === 'string' &&
    typeof bpmnElementType === 'string' &&
    (flowScopeKey === undefined || typeof flowScopeKey === 'string')
  )
}

function writeFlow(key: Key, value: ElementValue, base: Key | undefined): string | undefined {
  const { elementId, bpmnElementType, flowScopeKey } = value
  if (bpmnElementType !== 'SEQUENCE_FLOW' || flowScopeKey === undefined) return undefined
  return `["f",${writeKey(key, base)},${canonicalize(elementId)},${writeKey(flowScopeKey, base)}${writeRest(value, base)}]`
}

function writeWhat(value: ElementValue, base: Key | undefined): string {
  const { elementId, bpmnElementType, flowScopeKey } = value
  const scope = flowScopeKey === undefined ? 'null' : writeKey(flowScopeKey, base)
  return `${canonicalize(elementId)},"${bpmnElementType}",${scope}${writeRest(value, base)}`
}

function writeRest(value: ElementValue, base: Key | undefined): string {
  const text = writeKeys(value as unknown as Rest, base, isWrittenApart)
  return text === '{}' ? '' : `,${text}`
}

function isWrittenApart(name: string): boolean {
  return name === 'elementId' || name === 'bpmnElementType' || name === 'flowScopeKey'
}

/** The records of a line of steps. */
export function readElement(line: PackedElement, elements: Map<Key, object>, base: Key | undefined): EngineRecord[] {
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
  base: Key | undefined,
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
