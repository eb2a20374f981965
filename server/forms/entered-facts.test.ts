import { expect, test } from 'vitest'
import { enteredFacts } from './entered-facts.ts'
import type { Component, Form } from './schema.ts'

const date = (key: string, more: object = {}): Component =>
  ({ id: key, key, type: 'datetime', subtype: 'date', properties: { factTime: 'true' }, ...more }) as Component
const form = (...components: Component[]): Form => ({ type: 'default', id: 'test', components })
const at = (text: string) => Date.parse(`${text}+08:00`)

test.each<[string, Component, string, string]>([
  ['a day begins at midnight of the office', date('docDate'), '2026-11-02', '2026-11-02T00:00'],
  ['a moment is read at the office', date('docDate', { subtype: 'datetime' }), '2026-11-02T14:30', '2026-11-02T14:30'],
  [
    'a moment with a zone is that moment',
    date('docDate', { subtype: 'datetime' }),
    '2026-11-02T06:30Z',
    '2026-11-02T14:30',
  ],
])('%s', (_, component, value, expected) => {
  expect(enteredFacts(form(component), { docDate: value })).toEqual([{ path: '/docDate', happenedAt: at(expected) }])
})

test('only fields marked as the time of a fact, and only what is filled in', () => {
  const plain = date('dueDate', { properties: {} })
  expect(enteredFacts(form(plain, date('docDate')), { dueDate: '2026-11-02', docDate: null })).toEqual([])
})

test('what the procedure knew already is no new fact', () => {
  const data = { docDate: '2026-11-02' }
  expect(enteredFacts(form(date('docDate')), data, { docDate: '2026-11-02' })).toEqual([])
  expect(enteredFacts(form(date('docDate')), data, { docDate: '2026-11-01' })).toHaveLength(1)
})

test('facts lie in groups and in the rows of lists', () => {
  const list = { id: 'visits', type: 'dynamiclist', path: 'visits', components: [date('visitedOn')] } as Component
  const group = { id: 'seizure', type: 'group', path: 'seizure', components: [date('seizedOn')] } as Component
  const bare = { id: 'more', type: 'group', components: [date('docDate')] } as Component
  const data = {
    visits: [{ visitedOn: '2026-11-02' }, { visitedOn: '2026-11-03' }],
    seizure: { seizedOn: '2026-11-01' },
    docDate: '2026-11-04',
  }
  const known = { visits: [{ visitedOn: '2026-11-02' }] }
  expect(enteredFacts(form(list, group, bare), data, known).map(({ path }) => path)).toEqual([
    '/visits/1/visitedOn',
    '/seizure/seizedOn',
    '/docDate',
  ])
})
