import { expect, test } from 'vitest'
import { contextEntries } from './context-entries.ts'

test.each<[expression: string, entries: Record<string, string> | undefined]>([
  ['{round: 1, complete: "none"}', { round: '1', complete: '"none"' }],
  [
    '{a: if x = null then [] else for e in x return e.y, b: {c: 1, d: 2}}',
    { a: 'if x = null then [] else for e in x return e.y', b: '{c: 1, d: 2}' },
  ],
  ['{a: for i in x, j in y return i + j, b: "a, \\"b"}', { a: 'for i in x, j in y return i + j', b: '"a, \\"b"' }],
  ['{ }', undefined],
  ['round + 1', undefined],
])('%s', (expression, entries) => {
  const found = contextEntries(expression)
  expect(found && Object.fromEntries(found)).toEqual(entries)
})
