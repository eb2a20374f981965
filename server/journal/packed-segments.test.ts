import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EngineRecord, Json, Segment } from '../engine/protocol/records.ts'
import { canonicalize } from './canonical.ts'
import { type PackedSegment, packSegments, unpackSegments } from './packed-segments.ts'

const element = (intent: 'ELEMENT_ACTIVATING' | 'ELEMENT_ACTIVATED', key: string, elementId = 'a'): EngineRecord => ({
  valueType: 'PROCESS_INSTANCE',
  intent,
  key,
  value: { elementId, bpmnElementType: 'USER_TASK', flowScopeKey: '1' },
})
const packedOf = (segments: Segment[]) => JSON.parse(packSegments(segments).text) as PackedSegment[]
const segment = (...records: EngineRecord[]): Segment => ({ processInstanceKey: '1', version: 1, records })

describe('packed segments', () => {
  test('write a value once for the records of a key that share it', () => {
    const value = { elementId: 'a', bpmnElementType: 'USER_TASK', flowScopeKey: '1' }
    const packed = packedOf([
      segment(
        element('ELEMENT_ACTIVATING', '2'),
        element('ELEMENT_ACTIVATING', '3'),
        element('ELEMENT_ACTIVATED', '2'),
        element('ELEMENT_ACTIVATED', '3', 'b'),
        element('ELEMENT_ACTIVATED', '3', 'b'),
      ),
    ])
    expect(packed).toEqual([
      {
        processInstanceKey: '1',
        version: 1,
        records: [
          ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATING', '2', value],
          ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATING', '3', value],
          [0, 'ELEMENT_ACTIVATED'],
          [1, 'ELEMENT_ACTIVATED', { ...value, elementId: 'b' }],
          [1, 'ELEMENT_ACTIVATED'],
        ],
      },
    ])
  })

  test('another kind of record under the same key writes its own value', () => {
    const task: EngineRecord = {
      valueType: 'USER_TASK',
      intent: 'CREATED',
      key: '2',
      value: { elementId: 'a', elementInstanceKey: '2' },
    }
    expect(packedOf([segment(element('ELEMENT_ACTIVATING', '2'), task)])[0]!.records[1]).toHaveLength(4)
  })

  test('come back as they were, whatever the records', () => {
    const record = fc.record({
      valueType: fc.constantFrom('VARIABLE', 'JOB'),
      intent: fc.constantFrom('CREATED', 'UPDATED'),
      key: fc.constantFrom('1', '2', '3'),
      value: fc.record(
        { name: fc.constantFrom('a', 'b'), value: fc.oneof(fc.constantFrom(1, null, 'x'), fc.constant({ a: 1 })) },
        { requiredKeys: [] },
      ),
    }) as unknown as fc.Arbitrary<EngineRecord>
    fc.assert(
      fc.property(fc.array(fc.array(record)), lists => {
        const segments = lists.map(records => segment(...records))
        const { text } = packSegments(segments)
        expect(unpackSegments(JSON.parse(text) as PackedSegment[])).toEqual(segments)
        expect(text).toBe(canonicalize(JSON.parse(text) as Json))
      }),
    )
  })
})
