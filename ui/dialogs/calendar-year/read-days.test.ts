import { expect, test } from 'vitest'
import { readDays } from './read-days.ts'

test.each([
  ['', []],
  ['2027-01-01', ['2027-01-01']],
  [' 2027-02-05 至 2027-02-07 \n\n2027-01-01\n2027-02-06', ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07']],
  ['2027-12-31~2028-01-01', ['2027-12-31', '2028-01-01']],
])('%j', (text, days) => {
  expect(readDays(text)).toEqual({ days })
})

test.each([
  ['2027-01-01\n2027-13-01', 2],
  ['1月1日', 1],
  ['2027-01-03 至 2027-01-01', 1],
  ['2027-01-01 至 2027-12-31', 1],
  ['2027-01-01 至 2027-01-02 至 2027-01-03', 1],
])('%j names no day in its line %i', (text, line) => {
  expect(readDays(text)).toMatchObject({ line })
})
