import { expect, test } from 'vitest'
import { isRows, rowsFilled } from './known-rows.ts'

test('rows a task knows are filled in, some otherwise; what it does not know is an empty list', () => {
  const asked = { $rows: 'items', set: { decision: 'keep' }, but: [{ of: { no: 'B' }, set: { decision: 'cancel' } }] }
  expect([isRows(asked), isRows({ rows: 'items' }), isRows('items')]).toEqual([true, false, false])
  const items = [
    { no: 'A', of: 1 },
    { no: 'B', of: 2 },
  ]
  expect(rowsFilled(asked, { items })).toEqual([
    { no: 'A', of: 1, decision: 'keep' },
    { no: 'B', of: 2, decision: 'cancel' },
  ])
  expect(rowsFilled(asked, {})).toEqual([])
})
