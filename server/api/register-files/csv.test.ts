import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsv, UnclosedQuote, writeCsv } from './csv.ts'

test.each([
  [
    'plain',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'with BOM and the line ends of Windows',
    '\ufeffa,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['quotes, commas and line ends inside', '"a, b","say ""so""","one\ntwo"', [['a, b', 'say "so"', 'one\ntwo']]],
  [
    'empty cells stay, empty lines go',
    'a,,\n\n,,\nb,c,d',
    [
      ['a', '', ''],
      ['b', 'c', 'd'],
    ],
  ],
])('%s', (_, text, cells) => {
  expect(parseCsv(text).map(row => row.cells)).toEqual(cells)
})

test('rows are numbered as a spreadsheet numbers its lines', () => {
  expect(parseCsv('head\n"two\nlines"\n\nlast').map(({ row }) => row)).toEqual([1, 2, 5])
})

test('a quote that is never closed is told with its row', () => {
  expect(() => parseCsv('a\n"b\nc')).toThrow(UnclosedQuote)
})

test('what a spreadsheet would take for a formula is written as text, and read back as it was', () => {
  expect(writeCsv([['=1+1', '-x', '@a']])).toBe("\ufeff'=1+1,'-x,'@a\r\n")
  const cell = fc
    .string()
    .map(text => text.trim())
    .filter(text => text !== '' && !text.startsWith("'"))
  const isKept = fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), rows => {
    expect(parseCsv(writeCsv(rows)).map(({ cells }) => cells)).toEqual(rows)
  })
  fc.assert(isKept)
})
