import { expect, test } from 'vitest'
import { countLimit } from './limit.ts'
import { readLimitRule } from './limit-rule.ts'
import { warningsOf } from './warnings.ts'
import { createWorkCalendar } from './work-calendar.ts'
import { year2026 } from './year-2026.ts'

const calendar = createWorkCalendar(1, [year2026])
const at = (text: string) => Date.parse(`${text}:00+08:00`)
const shown = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16)
const warnings = (rule: string, start: string) => {
  const { remindAt, urgentAt } = warningsOf(countLimit(readLimitRule(rule), at(start), calendar), calendar)
  return [shown(remindAt), shown(urgentAt)]
}

test.each([
  ['five work days: two left, then one', '5WD', '2026-11-16T10:00', '2026-11-20T00:00', '2026-11-21T00:00'],
  ['three: both come together, so only the second', '3WD', '2026-11-16T10:00', undefined, '2026-11-19T00:00'],
  ['one: from midnight on', '1WD', '2026-11-16T10:00', undefined, '2026-11-17T00:00'],
  ['one over a weekend: from Friday midnight on', '1WD', '2026-11-20T10:00', undefined, '2026-11-21T00:00'],
  ['over the long holiday', '7WD', '2026-09-28T10:00', '2026-10-10T00:00', '2026-10-13T00:00'],
  ['days run through; the last work day counts', '30D', '2026-09-08T00:00', '2026-09-28T16:00', '2026-10-01T00:00'],
  ['six hours: two left, then one', '6H', '2026-11-16T10:00', '2026-11-16T14:00', '2026-11-16T15:00'],
  ['fifteen minutes', '15MIN', '2026-11-16T10:00', '2026-11-16T10:10', '2026-11-16T10:12'],
])('%s', (_, rule, start, remindAt, urgentAt) => {
  expect(warnings(rule, start)).toEqual([remindAt, urgentAt])
})

test('what rests on an unknown year is warned a day earlier, never before its start', () => {
  expect(warnings('5WD', '2027-01-04T10:00')).toEqual(['2027-01-07T00:00', '2027-01-08T00:00'])
  expect(warnings('1WD', '2027-01-04T10:00')).toEqual([undefined, '2027-01-04T10:00'])
})
