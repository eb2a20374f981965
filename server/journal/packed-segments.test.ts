import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ElementIntent, EngineRecord, Json, Segment } from '../engine/protocol/records.ts'
import { canonicalize } from './canonical.ts'
import { CanonicalWriter } from './canonical-writer.ts'
import { type PackedSegment, unpackSegments, writeSegments } from './packed-segments.ts'

const element = (intent: ElementIntent, key: string, elementId = 'a'): EngineRecord => ({
  valueType: 'PROCESS_INSTANCE',
  intent,
  key,
  value: { elementId, bpmnElementType: 'USER_TASK', flowScopeKey: '1' },
})
function textOf(segments: Segment[]): string {
  const writer = new CanonicalWriter()
  writeSegments(writer, segments)
  return new TextDecoder().decode(writer.written)
}
const packedOf = (segments: Segment[]) => JSON.parse(textOf(segments)) as PackedSegment[]
const told = (records: EngineRecord[], base = '100') =>
  packedOf([{ processInstanceKey: base, version: 1, records }])[0]!.records
const task = (intent: 'COMPLETING' | 'COMPLETED', value: object): EngineRecord => ({
  valueType: 'USER_TASK',
  intent,
  key: '102',
  value: { elementId: 'a', elementInstanceKey: '101', ...value },
})

describe('packed segments', () => {
  test('write the steps of an element that follow one another as one line, and what it is once', () => {
    const lines = told([
      element('ELEMENT_ACTIVATING', '102'),
      element('ELEMENT_ACTIVATED', '102'),
      element('ELEMENT_ACTIVATING', '103', 'b'),
      element('ELEMENT_COMPLETING', '102'),
      element('ELEMENT_COMPLETED', '102'),
      element('ELEMENT_ACTIVATED', '103', 'c'),
    ])
    expect(lines).toEqual([
      ['ab', 2, 'a', 'USER_TASK', -99],
      ['a', 3, 'b', 'USER_TASK', -99],
      ['cd', 2],
      ['b', 3, 'c', 'USER_TASK', -99],
    ])
  })

  test('write a taken flow, and what is particular about an element, behind its scope', () => {
    const flow = { elementId: 'f', bpmnElementType: 'SEQUENCE_FLOW', flowScopeKey: '100', waitsAt: 'join' } as const
    const root = { elementId: 'p', bpmnElementType: 'PROCESS', parentElementInstanceKey: '90' } as const
    const lines = told([
      { valueType: 'PROCESS_INSTANCE', intent: 'SEQUENCE_FLOW_TAKEN', key: '101', value: flow },
      { valueType: 'PROCESS_INSTANCE', intent: 'ELEMENT_ACTIVATING', key: '100', value: root },
    ])
    expect(lines).toEqual([
      ['f', 1, 'f', 0, { waitsAt: 'join' }],
      ['a', 0, 'p', 'PROCESS', null, { parentElementInstanceKey: -10 }],
    ])
  })

  test('write a variable without the names of its members', () => {
    const value = { name: 'n', value: null, scopeKey: '100' }
    const lines = told([
      { valueType: 'VARIABLE', intent: 'CREATED', key: '101', value },
      { valueType: 'VARIABLE', intent: 'UPDATED', key: '101', value: { ...value, value: { '1': 'x' } } },
    ])
    expect(lines).toEqual([
      ['v', 1, 0, 'n', null],
      ['w', 1, 0, 'n', { '1': 'x' }],
    ])
  })

  test('write of anything else only what is new', () => {
    const lines = told([
      element('ELEMENT_ACTIVATING', '101'),
      task('COMPLETING', { action: 'agree' }),
      task('COMPLETED', { variables: { aKey: 1 } }),
      task('COMPLETED', {}),
    ])
    expect(lines.slice(1)).toEqual([
      ['USER_TASK', 'COMPLETING', 2, { action: 'agree', elementId: 'a', elementInstanceKey: 1 }],
      [1, 'COMPLETED', { variables: { aKey: 1 } }],
      [1, 'COMPLETED', {}],
    ])
  })

  test('another kind of record under the same key writes its own value', () => {
    const timer = { valueType: 'TIMER', intent: 'CREATED', key: '102' } as const
    const lines = told([
      task('COMPLETING', {}),
      { ...timer, value: { targetElementId: 'a', dueDate: 1, repetitions: 1 } },
    ])
    expect(lines.map(line => line.length)).toEqual([4, 4])
  })

  test('come back as they were, whatever the records', () => {
    const keys = fc.oneof(fc.constantFrom('1', '2', '3', '007', '9007199254740993', '2251799813685251', 'x'))
    const record = fc.constantFrom(...KINDS).chain(([valueType, intents, members]) =>
      fc.record({
        valueType: fc.constant(valueType),
        intent: fc.constantFrom(...intents),
        key: keys,
        value: fc.record(members(keys), { requiredKeys: [] }),
      }),
    ) as unknown as fc.Arbitrary<EngineRecord>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(keys, { nil: undefined }), fc.array(record))), lists => {
        const segments = lists.map(([processInstanceKey, records]): Segment => {
          return { ...(processInstanceKey && { processInstanceKey }), version: 1, records }
        })
        const text = textOf(segments)
        expect(text).toBe(canonicalize(JSON.parse(text) as Json))
        expect(unpackSegments(JSON.parse(text) as PackedSegment[])).toEqual(segments)
      }),
      { numRuns: 500 },
    )
  })

  test('a key that is no text is a fault of whoever wrote the record', () => {
    const value = { targetElementId: 'a', scopeKey: 7 as unknown as string }
    expect(() => told([{ valueType: 'PROCESS_EVENT', intent: 'TRIGGERED', key: '101', value }])).toThrow(
      "Expected the key 'scopeKey' as a text, found 7",
    )
  })
})

type Kind = [string, string[], (keys: fc.Arbitrary<string>) => Record<string, fc.Arbitrary<unknown>>]

/** Kinds with a short form and without, with members present or not. */
const KINDS: Kind[] = [
  [
    'PROCESS_INSTANCE',
    ['ELEMENT_ACTIVATING', 'ELEMENT_ACTIVATED', 'ELEMENT_COMPLETED', 'SEQUENCE_FLOW_TAKEN', 'ELEMENT_OTHER'],
    keys => ({
      elementId: fc.constantFrom('a', 'b', '"\u2028'),
      bpmnElementType: fc.constantFrom('TASK', 'SEQUENCE_FLOW'),
      flowScopeKey: keys,
      waitsAt: fc.constant('j'),
      parentElementInstanceKey: keys,
    }),
  ],
  [
    'VARIABLE',
    ['CREATED', 'UPDATED', 'MIGRATED'],
    keys => ({
      name: fc.constantFrom('a', '__proto__'),
      value: fc.oneof(fc.constantFrom(1, null, 'x', '9'), fc.constant({ aKey: 1, b: [] })),
      scopeKey: keys,
    }),
  ],
  [
    'JOB',
    ['CREATED', 'COMPLETED'],
    keys => ({
      elementId: fc.constantFrom('a', 'b'),
      elementInstanceKey: keys,
      variables: fc.constantFrom({}, { oneKey: 5, twoKey: '5' }),
      retries: fc.constantFrom(1, 2),
    }),
  ],
  ['MESSAGE', ['PUBLISHED'], keys => ({ name: fc.constant('m'), correlationKey: keys })],
]
