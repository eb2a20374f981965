import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countLimit } from './limit.ts'
import { readLimitRule } from './limit-rule.ts'
import { addDays, endOf, HOUR_MS, type OfficeDay } from './office-day.ts'
import { createWorkCalendar } from './work-calendar.ts'
import { year2026 } from './year-2026.ts'

const calendar = createWorkCalendar(1, [year2026])
const at = (day: OfficeDay, time = '10:00') => Date.parse(`${day}T${time}:00+08:00`)

describe('golden cases', () => {
  test.each([
    ['一级审核五日', '2026-09-28', '5WD', 'STRICT', '2026-10-10'],
    ['补齐材料三日', '2026-09-24', '3WD', 'STRICT', '2026-09-30'],
    ['到场三日', '2026-09-24', '3WD', 'STRICT', '2026-09-30'],
    ['攻坚哨五日', '2026-09-24', '5WD', 'STRICT', '2026-10-09'],
    ['评价三日', '2026-04-30', '3WD', 'STRICT', '2026-05-08'],
    ['陈述期三日', '2026-06-17', '3WD', 'STRICT', '2026-06-23'],
    ['先行登记保存七日', '2026-09-28', '7WD', 'STRICT', '2026-10-13'],
    ['听证申请五日', '2026-09-24', '5WD', 'STRICT', '2026-10-09'],
    ['催告十日', '2026-09-18', '10WD', 'STRICT', '2026-10-09'],
    ['春节调休', '2026-02-12', '3WD', 'STRICT', '2026-02-24'],
    ['办案九十日', '2026-07-06', '90D', 'STRICT', '2026-10-04'],
    ['缴款十五日', '2026-09-16', '15D', 'ROLL_FORWARD', '2026-10-08'],
    ['查封扣押三十日', '2026-09-08', '30D', 'STRICT', '2026-10-08'],
    ['复议六十日', '2026-03-18', '60D', 'ROLL_FORWARD', '2026-05-18'],
    ['起诉六个月', '2026-03-18', '6M', 'ROLL_FORWARD', '2026-09-18'],
    ['申请法院三个月', '2026-09-18', '3M', 'STRICT', '2026-12-18'],
  ] as const)('%s', (_, start, rule, mode, lastDay) => {
    const limit = countLimit(readLimitRule(rule, mode), at(start), calendar)
    expect(limit).toMatchObject({ lastDay, due: endOf(lastDay), isProvisional: false, calendarVersion: 1 })
  })

  test('what STRICT does not move it shows', () => {
    expect(countLimit(readLimitRule('90D'), at('2026-07-06'), calendar).rolledDay).toBe('2026-10-08')
  })

  test('2026 has 248 working days', () => {
    const days = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index))
    expect(days.filter(day => calendar.isWorkday(day))).toHaveLength(248)
  })
})

describe('a limit explains itself', () => {
  test('each day that does not count, and why', () => {
    const { skipped } = countLimit(readLimitRule('5WD'), at('2026-09-24'), calendar)
    expect(skipped.map(({ day, why }) => `${day} ${why}`)).toEqual([
      ...['25', '26', '27'].map(date => `2026-09-${date} holiday`),
      ...['01', '02', '03', '04', '05', '06', '07'].map(date => `2026-10-${date} holiday`),
    ])
  })

  test('an excluded period, with its reason', () => {
    const excluded = [{ from: '2026-07-08', to: '2026-07-10', reason: '检测' }]
    const limit = countLimit(readLimitRule('5D'), at('2026-07-06'), calendar, excluded)
    expect(limit.lastDay).toBe('2026-07-14')
    expect(limit.skipped).toHaveLength(3)
    expect(limit.skipped[0]).toEqual({ day: '2026-07-08', why: 'excluded', reason: '检测' })
  })
})

describe('edges', () => {
  test.each([
    ['2026-01-31', '1M', '2026-02-28'],
    ['2024-02-29', '1Y', '2025-02-28'],
    ['2026-08-31', '6M', '2027-02-28'],
  ])('%s + %s ends on the last of the month', (start, rule, lastDay) => {
    expect(countLimit(readLimitRule(rule), at(start), calendar).lastDay).toBe(lastDay)
  })

  test('hours run by the clock, through nights and holidays', () => {
    expect(countLimit(readLimitRule('24H'), at('2026-10-01', '22:15'), calendar).due).toBe(at('2026-10-02', '22:15'))
    expect(countLimit(readLimitRule('15MIN'), at('2026-10-01', '23:50'), calendar).due).toBe(at('2026-10-02', '00:05'))
  })

  test('hours stand still in what does not count', () => {
    const excluded = [{ from: '2026-10-02', to: '2026-10-02', reason: '中止' }]
    const limit = countLimit(readLimitRule('24H'), at('2026-10-01', '22:00'), calendar, excluded)
    expect(limit.due).toBe(at('2026-10-03', '22:00'))
  })

  test('what is known to the minute holds hours up for just that long', () => {
    const period = { from: '2026-10-02', to: '2026-10-01', reason: '中止' }
    const held = { ...period, begins: at('2026-10-01', '23:00'), ends: at('2026-10-02', '01:30') }
    const limit = countLimit(readLimitRule('24H'), at('2026-10-01', '22:00'), calendar, [held])
    expect(limit.due).toBe(at('2026-10-03', '00:30'))
  })

  test('a lead time is counted back', () => {
    const limit = countLimit({ ...readLimitRule('7WD'), isLead: true }, at('2026-10-13'), calendar)
    expect(limit.lastDay).toBe('2026-09-28')
  })

  test('the evening of a day is that day in Beijing, whatever it is in Greenwich', () => {
    expect(countLimit(readLimitRule('1D'), at('2026-07-06', '23:59'), calendar).lastDay).toBe('2026-07-07')
    expect(countLimit(readLimitRule('1D'), at('2026-07-06', '00:00'), calendar).lastDay).toBe('2026-07-07')
  })

  test('past the known years a limit is provisional', () => {
    expect(countLimit(readLimitRule('5WD'), at('2026-12-30'), calendar).isProvisional).toBe(true)
    expect(countLimit(readLimitRule('24H'), at('2027-01-04'), calendar).isProvisional).toBe(false)
  })

  test.each(['', '5', 'WD', '0WD', '-1D', '5 WD', '5wd', '99999D'])("'%s' is no limit", text => {
    expect(() => readLimitRule(text)).toThrow(/Expected a limit such as/)
  })
})

const day = fc.integer({ min: 0, max: 340 }).map(index => addDays('2026-01-01', index))
const unit = fc.constantFrom('workday', 'day', 'hour', 'month')
const rule = fc.record({
  number: fc.integer({ min: 1, max: 12 }),
  unit,
  mode: fc.constantFrom('STRICT', 'ROLL_FORWARD'),
} as const)
const period = fc.tuple(day, fc.integer({ min: 0, max: 20 })).map(([from, days]) => ({
  ...{ from, to: addDays(from, days), reason: 'x' },
}))

describe('for every limit', () => {
  test('an added holiday never makes it shorter', () => {
    fc.assert(
      fc.property(rule, day, day, (rule, start, holiday) => {
        const more = { ...year2026, holidays: [...year2026.holidays, holiday] }
        const longer = countLimit(rule, at(start), createWorkCalendar(2, [more]))
        expect(longer.due).toBeGreaterThanOrEqual(countLimit(rule, at(start), calendar).due)
      }),
    )
  })

  test('the order of what does not count does not matter, nor that it overlaps', () => {
    fc.assert(
      fc.property(rule, day, fc.array(period, { maxLength: 4 }), (rule, start, periods) => {
        const forwards = countLimit(rule, at(start), calendar, periods).due
        expect(countLimit(rule, at(start), calendar, [...periods].reverse()).due).toBe(forwards)
        expect(countLimit(rule, at(start), calendar, [...periods, ...periods]).due).toBe(forwards)
      }),
    )
  })

  test('more of what does not count never makes it shorter', () => {
    fc.assert(
      fc.property(rule, day, fc.array(period, { maxLength: 3 }), period, (rule, start, periods, more) => {
        const less = countLimit(rule, at(start), calendar, periods).due
        expect(countLimit(rule, at(start), calendar, [...periods, more]).due).toBeGreaterThanOrEqual(less)
      }),
    )
  })

  test('days end at 24:00 in Beijing', () => {
    fc.assert(
      fc.property(rule, day, (rule, start) => {
        const { due, lastDay } = countLimit(rule, at(start), calendar)
        if (rule.unit !== 'hour') expect((due + 8 * HOUR_MS) % (24 * HOUR_MS)).toBe(0)
        expect(due).toBeGreaterThan(at(start))
        expect(due).toBeLessThanOrEqual(endOf(lastDay))
      }),
    )
  })
})
