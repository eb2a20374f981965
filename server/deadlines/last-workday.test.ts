import { expect, test } from 'vitest'
import { endOfLastWorkday } from './last-workday.ts'
import { countLimit } from './limit.ts'
import { readLimitRule } from './limit-rule.ts'
import { endOf, HOUR_MS } from './office-day.ts'
import { warningsOf } from './warnings.ts'
import { createWorkCalendar } from './work-calendar.ts'
import { year2026 } from './year-2026.ts'

const calendar = createWorkCalendar(1, [year2026])
const at = (day: string, time = '10:00') => Date.parse(`${day}T${time}:00+08:00`)

test.each([
  ['周二', '2026-11-24', '2026-11-24'],
  ['周五，含周末', '2026-11-27', '2026-11-29'],
  ['周六，看下周一', '2026-11-28', '2026-11-30'],
  ['国庆前最后一个工作日', '2026-09-30', '2026-10-07'],
  ['国庆中，看 10-08', '2026-10-03', '2026-10-08'],
  ['调休上班的周六', '2026-10-10', '2026-10-11'],
])('%s', (_, day, last) => {
  expect(endOfLastWorkday(at(day), calendar)).toBe(endOf(last))
})

test.each(['1WD', '3WD', '5WD', '10WD', '7D', '30D'])(
  'a limit of %s is urgent just when it is over by then',
  amount => {
    for (let start = at('2026-09-01'); start < at('2026-12-01'); start += 24 * HOUR_MS) {
      const limit = countLimit(readLimitRule(amount), start, calendar)
      const { urgentAt } = warningsOf(limit, calendar)
      // A limit that ends on a day off and holds no working day warns from its start, and no calendar says more.
      if (urgentAt <= start) continue
      expect(limit.due <= endOfLastWorkday(urgentAt, calendar)).toBe(true)
      expect(limit.due <= endOfLastWorkday(urgentAt - 1, calendar)).toBe(false)
    }
  },
)
