import { expect, test } from 'vitest'
import { addDuration, instantOf, normalDateTime } from './time.ts'

const MONDAY = Date.UTC(2030, 0, 7, 8)
const HOUR = 3_600_000

test.each([
  ['P3D', MONDAY + 72 * HOUR],
  ['PT1H30M', MONDAY + 1.5 * HOUR],
  ['P1DT0.5S', MONDAY + 24 * HOUR + 500],
  ['-PT1H', MONDAY - HOUR],
  ['P1M', Date.UTC(2030, 1, 7, 8)],
  ['P1Y', Date.UTC(2031, 0, 7, 8)],
  ['PT0S', MONDAY],
  ['P', undefined],
  ['PT', undefined],
  ['soon', undefined],
  ['', undefined],
])('%j after Monday morning', (duration, expected) => {
  expect(addDuration(MONDAY, duration, 'UTC')).toBe(expected)
})

test("a month is one of the office's calendar", () => {
  const lateOnNewYearsEve = Date.UTC(2029, 11, 31, 17)
  expect(addDuration(lateOnNewYearsEve, 'P2M', 'UTC')).toBe(Date.UTC(2030, 1, 28, 17))
  expect(addDuration(lateOnNewYearsEve, 'P2M', 'Asia/Shanghai')).toBe(Date.UTC(2030, 1, 28, 17))
  expect(addDuration(Date.UTC(2030, 0, 30, 17), 'P1M', 'UTC')).toBe(Date.UTC(2030, 1, 28, 17))
  expect(addDuration(Date.UTC(2030, 0, 30, 17), 'P1M', 'Asia/Shanghai')).toBe(Date.UTC(2030, 1, 27, 17))
})

test.each([
  ['2030-01-07T08:00:00Z', MONDAY],
  ['2030-01-07T16:00:00+08:00', MONDAY],
  ['2030-01-07T16:00:00+08:00[Asia/Shanghai]', MONDAY],
  ['2030-01-07T08:00:00', undefined],
  ['2030-01-07', undefined],
  ['tomorrow', undefined],
])('the instant of %j', (text, expected) => {
  expect(instantOf(text)).toBe(expected)
})

test.each([
  ['2030-01-10T10:00:00+08:00', '2030-01-10T10:00+08:00'],
  ['2030-01-10T10:00Z', '2030-01-10T10:00Z'],
  ['2030-01-10T10:00:30.5Z', '2030-01-10T10:00:30.5Z'],
  ['2030-01-10T10:00', undefined],
  ['2030-13-10T10:00Z', undefined],
])('the normal form of %j', (text, expected) => {
  expect(normalDateTime(text)).toBe(expected)
})
