import { expect, test } from 'vitest'
import { readCalendarFile } from './read-calendar-file.ts'

const year = { year: 2027, source: '通知', holidays: ['2027-01-01'], workdays: [] }

test('a year is read, and nothing beside it', () => {
  expect(readCalendarFile(JSON.stringify({ ...year, more: 1 }))).toEqual(year)
})

test.each(['', '[]', 'null', '{"year":"2027"}', '{"year":2027,"source":"x","holidays":[1],"workdays":[]}'])(
  '%s is no calendar',
  text => expect(readCalendarFile(text)).toBeUndefined(),
)
