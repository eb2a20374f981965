import { expect, test } from 'vitest'
import { withPlainTimes } from './plain-times.ts'

test.each([
  ['2026-11-05T10:40:00+08:00[Asia/Shanghai]', '2026-11-05T10:40:00+08:00'],
  ['2026-11-05T02:40:00.5Z[UTC]', '2026-11-05T02:40:00.5Z'],
  ['2026-11-05T10:40+08:00', '2026-11-05T10:40+08:00'],
  ['雨水口[北侧]', '雨水口[北侧]'],
  [3, 3],
  [null, null],
])('%s is written as %s', (value, written) => {
  expect(withPlainTimes({ value })).toEqual({ value: written })
})
