import { expect, test } from 'vitest'
import { readDocument, writeDocument } from './document.ts'
import { LargeValues } from './large-values.ts'
import { emptyInstance, type InstanceState } from './state/instance-state.ts'

const state = (changes: Partial<InstanceState> = {}): InstanceState => ({
  ...emptyInstance({ processInstanceKey: '1', processDefinitionKey: '2', bpmnProcessId: 'p', version: 3 }),
  elements: { 1: { elementId: 'p', type: 'PROCESS', state: 'ACTIVATED', children: 0 } },
  ...changes,
})
const none = { values: () => [], branches: () => [] }

test('a state is read as it was written', () => {
  const before = state({
    variables: { 1: { 金额: { key: '7', value: [1, 'a', null] } } },
    joins: { '1/j': { f: 2 } },
    taken: 1_000,
    steps: [{ do: 'complete', key: '1' }],
  })
  expect(readDocument(writeDocument(before, new LargeValues()), none).state).toEqual(before)
})

test('a large variable is only named; its value is read from beside', () => {
  const before = state({
    variables: { 1: { long: { key: '7', value: 'x'.repeat(9_000) }, short: { key: '8', value: 1 } } },
  })
  const large = new LargeValues()
  large.add('1', 'long')
  const text = writeDocument(before, large)
  expect(text.length).toBeLessThan(400)
  const value = JSON.stringify('x'.repeat(9_000))
  const { state: read, large: found } = readDocument(text, {
    ...none,
    values: () => [{ scopeKey: '1', name: 'long', value }],
  })
  expect(read).toEqual(before)
  expect(found.of('1')).toEqual(['long'])
})

test('a text that only looks like the mark of a large variable is a text', () => {
  const before = state({
    variables: { 1: { a: { key: '7', value: '"isLarge":true' }, b: { key: '8', value: { isLarge: true } } } },
  })
  expect(readDocument(writeDocument(before, new LargeValues()), none).state).toEqual(before)
})

test('a document of another schema is refused', () => {
  const text = writeDocument(state(), new LargeValues()).replace('"schema":1', '"schema":99')
  expect(() => readDocument(text, none)).toThrow('Expected a state document of schema 1, but found 99')
})
