import { expect, test } from 'vitest'
import { cycleProblem, nextOf, parseTimerCycle } from './timer-cycle.ts'

const NOW = Date.UTC(2030, 0, 31, 8)
const at = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16)
const next = (text: string, previous?: number, zone = 'UTC') => at(nextOf(parseTimerCycle(text)!, NOW, zone, previous))

test.each([
  ['R/PT1H', '2030-01-31T09:00'],
  ['R3/P1D', '2030-02-01T08:00'],
  ['R2/2030-01-31T10:00:00Z/PT1H', '2030-01-31T10:00'],
  ['R2/2030-02-01T10:00:00+08:00/P1D', '2030-02-01T02:00'],
  ['R2/2030-02-01T10:00:00+08:00[Asia/Shanghai]/P1D', '2030-02-01T02:00'],
  ['R2/2029-01-31T10:00:00Z/PT1H', '2030-01-31T08:00'],
])('%s fires first at %s', (text, expected) => {
  expect(next(text)).toBe(expected)
})

test.each([
  ['R/PT1H', NOW - 1_800_000, '2030-01-31T08:30'],
  ['R/PT1H', NOW - 9_000_000, '2030-01-31T08:00'],
  ['R/P1M', NOW, '2030-02-28T08:00'],
  ['0 0 9 * * *', NOW - 90_000_000, '2030-01-31T09:00'],
])('%s, after it was due at %d, fires again at %s: not before now', (text, previous, expected) => {
  expect(next(text, previous)).toBe(expected)
})

test('days are counted in the zone that the start names, else in that of the office', () => {
  const springForward = Date.UTC(2030, 2, 30, 9)
  const cycle = parseTimerCycle('R/2030-01-01T10:00:00+01:00[Europe/Berlin]/P1D')!
  expect(at(nextOf(cycle, springForward, 'UTC', springForward))).toBe('2030-03-31T08:00')
  expect(at(nextOf(parseTimerCycle('R/P1D')!, springForward, 'UTC', springForward))).toBe('2030-03-31T09:00')
})

test.each([
  ['PT1H', 'Cron expression must consist of 6 fields (found 1 in "PT1H")'],
  ['R3', 'No interval given'],
  ['Rx/PT1H', 'Cannot parse repetitions count'],
  ['R3/PT1X', 'Text cannot be parsed to a Duration'],
  ['R3/1D', 'Text cannot be parsed to a Period'],
])('%s is no cycle: %s', (text, problem) => {
  expect(parseTimerCycle(text)).toBeUndefined()
  expect(cycleProblem(text)).toBe(problem)
})
