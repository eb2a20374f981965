import { expect, test } from 'vitest'
import { Draft } from './draft.ts'
import { emptyInstance } from './instance-state.ts'

const fresh = () =>
  new Draft(emptyInstance({ processInstanceKey: '1', processDefinitionKey: '2', bpmnProcessId: 'p', version: 1 }))
const scope = (name: string, value: number) => ({ [name]: { key: '9', value } })

test('what was changed since a mark is taken back, what was changed before it stays', () => {
  const draft = fresh()
  draft.set(draft.state.variables, '1', scope('a', 1))
  const before = structuredClone(draft.state)
  const mark = draft.mark()
  draft.set(draft.state.variables['1']!, 'a', { key: '9', value: 2 })
  draft.set(draft.state.variables, '3', scope('b', 1))
  draft.remove(draft.state.variables, '1')
  draft.assign({ taken: 5, steps: [{ do: 'complete', key: '1' }] })
  draft.rollback(mark)
  expect(draft.state).toEqual(before)
})

test('a change on a change goes back to the first', () => {
  const draft = fresh()
  const mark = draft.mark()
  for (const value of [1, 2, 3]) draft.set(draft.state.variables, '1', scope('a', value))
  draft.remove(draft.state.variables, '1')
  draft.set(draft.state.variables, '1', scope('a', 4))
  draft.rollback(mark)
  expect(draft.state.variables).toEqual({})
})

test('a settled draft forgets what it could have taken back', () => {
  const draft = fresh()
  draft.set(draft.state.variables, '1', scope('a', 1))
  draft.touch('job', '5', true)
  draft.settle()
  draft.rollback(0)
  expect(draft.state.variables).toEqual({ 1: scope('a', 1) })
  expect(draft.touched.size).toBe(0)
})

test('what is new stays new, however often it is touched', () => {
  const draft = fresh()
  draft.touch('job', '5', true)
  draft.touch('job', '5')
  expect(draft.touched.get('5')).toEqual({ kind: 'job', isNew: true })
})
