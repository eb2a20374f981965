import { expect, test } from 'vitest'
import { factObjection, isWholeDay } from './fact-time.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)
const NOW = at('2026-11-05T10:00')
const DAY = 24 * 60 * 60 * 1000

test.each([
  ['now', '2026-11-05T10:00', undefined],
  ['a minute from now', '2026-11-05T10:01', 'in-future'],
  ['tomorrow', '2026-11-06', 'in-future'],
  ['today, as a day', '2026-11-05', undefined],
  ['as long ago as is allowed', '2026-11-04T10:00', undefined],
  ['a minute longer ago', '2026-11-04T09:59', 'needs-reason'],
  ['yesterday, as a day', '2026-11-04', undefined],
  ['the day before, whose end is too long ago', '2026-11-03', 'needs-reason'],
  ['weeks ago', '2026-10-20', 'needs-reason'],
])('what happened %s', (_, text, objection) => {
  const happenedAt = at(text.length === 10 ? `${text}T00:00` : text)
  expect(factObjection({ happenedAt, enteredAt: NOW }, DAY)).toBe(objection)
})

test('a reason makes a late entry right, and nothing makes the future right', () => {
  const reason = '纸质文书昨日才送到'
  expect(factObjection({ happenedAt: at('2026-10-20T00:00'), enteredAt: NOW, reason }, DAY)).toBeUndefined()
  expect(factObjection({ happenedAt: at('2026-10-20T00:00'), enteredAt: NOW, reason: '  ' }, DAY)).toBe('needs-reason')
  expect(factObjection({ happenedAt: at('2026-11-06T00:00'), enteredAt: NOW, reason }, DAY)).toBe('in-future')
})

test('midnight at the office is a day, midnight elsewhere is not', () => {
  expect(isWholeDay(at('2026-11-05T00:00'))).toBe(true)
  expect(isWholeDay(Date.parse('2026-11-05T00:00Z'))).toBe(false)
})
