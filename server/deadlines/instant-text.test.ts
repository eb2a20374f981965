import { expect, test } from 'vitest'
import { instantOfText } from './instant-text.ts'

const TEN = Date.UTC(2026, 10, 24, 2)

test.each([
  ['2026-11-24T10:00:00+08:00', TEN],
  ['2026-11-24T10:00+08:00', TEN],
  ['2026-11-24T02:00:00Z', TEN],
  ['2026-11-24T10:00:00+08:00[Asia/Shanghai]', TEN],
  ['2026-11-24T10:00:00@Asia/Shanghai', TEN],
  ['2026-11-24T02:00:00@UTC', TEN],
  ['2026-11-24T10:00:00@Nowhere/Land', Number.NaN],
  ['ten', Number.NaN],
])('%s', (text, instant) => {
  expect(instantOfText(text)).toBe(instant)
})
