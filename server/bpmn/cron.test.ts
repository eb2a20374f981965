import { expect, test } from 'vitest'
import { parseCron } from './cron.ts'

/** Monday 2030-01-07, 08:00 UTC. */
const FROM = Date.UTC(2030, 0, 7, 8)

test.each([
  ['0 30 8 * * *', '2030-01-07T08:30:00', '2030-01-08T08:30:00'],
  ['0 0 8 * * *', '2030-01-08T08:00:00', '2030-01-09T08:00:00'],
  ['*/20 * * * * ?', '2030-01-07T08:00:20', '2030-01-07T08:00:40'],
  ['0 0 9-17/4 * * MON-FRI', '2030-01-07T09:00:00', '2030-01-07T13:00:00'],
  ['0 5/25 * * * *', '2030-01-07T08:05:00', '2030-01-07T08:30:00'],
  ['0 0 0 1 JAN,jul *', '2030-07-01T00:00:00', '2031-01-01T00:00:00'],
  ['0 0 12 ? * SUN', '2030-01-13T12:00:00', '2030-01-20T12:00:00'],
  ['0 0 12 * * 7', '2030-01-13T12:00:00', '2030-01-20T12:00:00'],
  ['0 0 0 L * *', '2030-01-31T00:00:00', '2030-02-28T00:00:00'],
  ['0 0 0 L-2 * *', '2030-01-29T00:00:00', '2030-02-26T00:00:00'],
  ['0 0 0 LW 3 *', '2030-03-29T00:00:00', '2031-03-31T00:00:00'],
  ['0 0 0 12W * *', '2030-01-11T00:00:00', '2030-02-12T00:00:00'],
  ['0 0 0 * * 5L', '2030-01-25T00:00:00', '2030-02-22T00:00:00'],
  ['0 0 0 * * TUE#2', '2030-01-08T00:00:00', '2030-02-12T00:00:00'],
  ['0 0 0 29 2 *', '2032-02-29T00:00:00', '2036-02-29T00:00:00'],
  ['@hourly', '2030-01-07T09:00:00', '2030-01-07T10:00:00'],
  ['@weekly', '2030-01-13T00:00:00', '2030-01-20T00:00:00'],
])('%s comes next at %s, then at %s', (text, first, second) => {
  const cron = parseCron(text)!
  const next = cron.next(FROM)!
  expect([next, cron.next(next)!].map(each => new Date(each).toISOString().slice(0, 19))).toEqual([first, second])
})

test('a day that no month has never comes', () => {
  expect(parseCron('0 0 0 31 2 *')!.next(FROM)).toBeUndefined()
})

test.each(['* * * * *', '60 * * * * *', '0 0 24 * * *', '0 0 0 0 * *', '0 0 0 * 13 *', '0 0 0 * * 8', '5-1 * * * * *'])(
  '%s is no cron expression',
  text => {
    expect(parseCron(text)).toBeUndefined()
  },
)

test.each(['every day', '0 0 0 * * FOO', '0 */0 * * * *', '@sometimes', ''])('%s is none either', text => {
  expect(parseCron(text)).toBeUndefined()
})
