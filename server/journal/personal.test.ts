import { describe, expect, test } from 'vitest'
import type { Json } from '../engine/protocol/records.ts'
import type { Entry } from './act.ts'
import { commitmentsIn, hidePersonal, revealPersonal } from './personal.ts'

const entry: Entry = {
  format: 1,
  schema: 1,
  alg: 'sha256',
  seq: 1,
  kind: 'engine',
  verb: 'user-task.complete',
  actor: { kind: 'person', id: 'lin-shen' },
  at: 0,
  recordedAt: 0,
  prev: '',
  payload: { name: 'payload', variables: { name: 'nested', amount: 1 }, people: [{ name: 'in a list' }] },
  register: [{ register: 'persons', op: 'put', id: 'x', value: { name: 'register', org: 'X' } }],
  segments: [
    {
      processInstanceKey: '1',
      records: [
        {
          valueType: 'VARIABLE',
          intent: 'CREATED',
          key: '2',
          value: { name: 'name', value: { first: 'variable' }, scopeKey: '1' },
        },
        {
          valueType: 'VARIABLE',
          intent: 'CREATED',
          key: '3',
          value: { name: 'form', value: { name: 'inside a variable' }, scopeKey: '1' },
        },
        {
          valueType: 'USER_TASK',
          intent: 'COMPLETED',
          key: '4',
          value: { elementId: 'a', elementInstanceKey: '5', variables: { name: 'completion', amount: 2 } },
        },
        {
          valueType: 'PROCESS_INSTANCE',
          intent: 'ELEMENT_COMPLETED',
          key: '5',
          value: { elementId: 'name', bpmnElementType: 'USER_TASK' },
        },
      ],
    },
  ],
}

describe('personal values', () => {
  const values: Json[] = []
  const hidden = hidePersonal(entry, new Set(['name']), value => {
    values.push(value)
    return `c${values.length - 1}`
  })

  test('leave an entry wherever their name stands, and nothing else does', () => {
    expect(values).toEqual([
      'payload',
      'nested',
      'in a list',
      'register',
      { first: 'variable' },
      'inside a variable',
      'completion',
    ])
    expect(hidden.payload).toEqual({
      name: { $personal: 'c0' },
      variables: { name: { $personal: 'c1' }, amount: 1 },
      people: [{ name: { $personal: 'c2' } }],
    })
    expect(hidden.segments?.[0]?.records[3]).toBe(entry.segments?.[0]?.records[3])
    expect(JSON.stringify(hidden)).not.toMatch(/nested|in a list|"variable"|completion"?,"amount/)
  })

  test('come back to their places', () => {
    expect(revealPersonal(hidden, commitment => values[Number(commitment.slice(1))])).toEqual(entry)
    expect(commitmentsIn(hidden)).toEqual(values.map((_, index) => `c${index}`))
  })

  test('that were deleted leave their marker', () => {
    expect(revealPersonal(hidden, () => undefined)).toEqual(hidden)
  })

  test('cost nothing where there are none', () => {
    expect(hidePersonal(entry, new Set(), () => 'never')).toBe(entry)
  })
})
