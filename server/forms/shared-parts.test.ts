import { expect, test } from 'vitest'
import { readSharedPart, resolveSharedParts } from './shared-parts.ts'

const reason = readSharedPart('reason', {
  defaults: { label: '理由', hide: 'false' },
  components: [
    { type: 'textarea', id: 'reason', key: '$reason', label: '$label', conditional: { hide: '=$hide' } },
    { type: 'group', id: 'group', components: [{ type: 'text', id: 'said', text: '{{$reason}}' }] },
  ],
})
const find = (id: string) => (id === 'reason' ? reason : undefined)
const form = (place: object) => ({ type: 'default', id: 'p.t', components: [{ type: 'shared', id: 'why', ...place }] })

test('a shared part stands in its place under the names the form gives, wherever it speaks of them', () => {
  const hide = 'approveAction = "approve"'
  expect(resolveSharedParts(form({ part: 'reason', with: { reason: 'approveReason', hide } }), find)).toEqual({
    type: 'default',
    id: 'p.t',
    components: [
      {
        ...{ type: 'textarea', id: 'why-reason', key: 'approveReason', label: '理由' },
        conditional: { hide: '=approveAction = "approve"' },
      },
      {
        ...{ type: 'group', id: 'why-group' },
        components: [{ type: 'text', id: 'why-said', text: '{{approveReason}}' }],
      },
    ],
  })
})

test('also inside a group; a form without one is the same form', () => {
  const group = {
    type: 'group',
    id: 'g',
    components: [{ type: 'shared', id: 'why', part: 'reason', with: { reason: 'r' } }],
  }
  const resolved = resolveSharedParts({ id: 'p.t', components: [group] }, find)
  expect(resolved).toMatchObject({ components: [{ components: [{ key: 'r' }, { id: 'why-group' }] }] })
  const plain = { id: 'p.t', components: [{ type: 'text', id: 'a', text: 'b' }] }
  expect(resolveSharedParts(plain, find)).toEqual(plain)
})

test.each<[string, object, string]>([
  ['a part that is not there', { part: 'opinion' }, "Form 'p.t' has a shared part 'opinion' that does not exist"],
  ['no name where there is no default', { part: 'reason' }, "Form 'p.t' gives no 'reason' to the shared part 'reason'"],
  [
    'a name it does not have',
    { part: 'reason', with: { reason: 'r', text: 'x' } },
    "the shared part 'reason' has no '$text'",
  ],
])('%s is an error that names the form', (_, place, message) => {
  expect(() => resolveSharedParts(form(place), find)).toThrow(message)
})

test('a part is components with texts as defaults', () => {
  expect(() => readSharedPart('x', { components: [], defaults: { a: 1 } })).toThrow("shared part 'x'")
  expect(() => readSharedPart('x', [])).toThrow("shared part 'x'")
})
