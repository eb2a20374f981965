import { describe, expect, test } from 'vitest'
import { extendedLimit, startAfter } from './extended-limit.ts'
import { countLimit } from './limit.ts'
import { readLimitRule } from './limit-rule.ts'
import type { OfficeDay } from './office-day.ts'
import { createWorkCalendar } from './work-calendar.ts'
import { year2026 } from './year-2026.ts'

const calendar = createWorkCalendar(1, [year2026])
const at = (day: OfficeDay, time = '10:00') => Date.parse(`${day}T${time}:00+08:00`)
const extended = (start: number, base: string, ...more: string[]) =>
  extendedLimit(
    countLimit(readLimitRule(base), start, calendar),
    more.map(each => readLimitRule(each)),
    calendar,
  )

describe('an extension goes on where the limit would have ended', () => {
  test.each([
    ['一级审核五日延三日', '2026-09-28', '5WD', ['3WD'], '2026-10-14'],
    ['一级审核五日', '2026-09-28', '5WD', [], '2026-10-10'],
    ['查封扣押三十日延三十日', '2026-09-08', '30D', ['30D'], '2026-11-07'],
    ['两次延长', '2026-09-28', '5WD', ['3WD', '2WD'], '2026-10-16'],
    ['办案九十日延三十日', '2026-07-06', '90D', ['30D'], '2026-11-03'],
    ['一个月延一个月', '2026-01-31', '1M', ['1M'], '2026-03-28'],
  ] as const)('%s', (_, start, base, more, lastDay) => {
    expect(extended(at(start), base, ...more).lastDay).toBe(lastDay)
  })

  test('hours go on from the minute', () => {
    expect(extended(at('2026-10-01', '22:15'), '4H', '2H').due).toBe(at('2026-10-02', '04:15'))
  })

  test('five and then three working days are eight, with every day off on the way', () => {
    const limit = extended(at('2026-09-28'), '5WD', '3WD')
    expect(limit).toMatchObject({ ...countLimit(readLimitRule('8WD'), at('2026-09-28'), calendar) })
    expect(limit.skipped.map(({ day }) => day)).toContain('2026-10-11')
  })

  test('what does not count moves both parts', () => {
    const excluded = [{ from: '2026-09-29', to: '2026-09-30', reason: '检测' }]
    const base = countLimit(readLimitRule('5WD'), at('2026-09-28'), calendar, excluded)
    expect(extendedLimit(base, [readLimitRule('3WD')], calendar, excluded).lastDay).toBe('2026-10-16')
  })

  test('an extension into a year nobody announced makes the whole provisional', () => {
    expect(extended(at('2026-12-25'), '3WD').isProvisional).toBe(false)
    expect(extended(at('2026-12-25'), '3WD', '3WD').isProvisional).toBe(true)
  })
})

test.each([
  ['5WD', '3WD', -1],
  ['30D', '1WD', -1],
  ['1H', '2H', 0],
  ['1H', '2WD', 0],
  ['3WD', '4H', 0],
])('what follows %s as %s begins %i ms after its end', (before, after, later) => {
  const due = at('2026-10-10', '00:00')
  expect(startAfter(due, readLimitRule(before), readLimitRule(after)) - due).toBe(later)
})
