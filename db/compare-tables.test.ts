import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { compareTables } from './compare-tables.ts'

function table(...rows: [number, unknown][]) {
  const db = new Sqlite(':memory:')
  db.exec('create table t (id integer primary key, cell)')
  for (const row of rows) db.prepare('insert into t values (?, ?)').run(...row)
  return db
}

describe('compared with its rebuild, a cell', () => {
  test.each([
    ['of equal JSON in another order', '{"a":1,"b":[2]}', '{"b":[2],"a":1}', true],
    ['of other JSON', '{"a":1,"b":[2]}', '{"b":[3],"a":1}', false],
    ['whose list has another order', '[1,2]', '[2,1]', false],
    ['of text that only looks like JSON', '{ab', '{ba', false],
    ['of a number and its text', 1, '1', false],
    ['of nothing and an empty text', null, '', false],
    ['of equal bytes', Buffer.from('ab'), Buffer.from('ab'), true],
    ['of other bytes', Buffer.from('ab'), Buffer.from('ac'), false],
  ])('%s', (_, expected, found, isEqual) => {
    expect(compareTables(table([1, expected]), table([1, found]), 't') === undefined).toBe(isEqual)
  })
})

test.each([
  [
    'a row too few',
    [
      [1, 'a'],
      [2, 'b'],
    ],
    [[1, 'a']],
    { key: 'id=2', expected: { id: 2, cell: 'b' } },
  ],
  [
    'a row too many',
    [[1, 'a']],
    [
      [1, 'a'],
      [2, 'b'],
    ],
    { key: 'id=2', found: { id: 2, cell: 'b' } },
  ],
  [
    'a row too many in the middle',
    [
      [1, 'a'],
      [3, 'c'],
    ],
    [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ],
    { key: 'id=3 / id=2' },
  ],
] as [string, [number, string][], [number, string][], object][])(
  '%s is named by its key',
  (_, expected, found, difference) => {
    expect(compareTables(table(...expected), table(...found), 't')).toMatchObject({ table: 't', ...difference })
  },
)
