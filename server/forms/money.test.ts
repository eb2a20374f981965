import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalPlaces, isMultipleOf } from './decimals.ts'
import { formatYuan, parseYuan, yuanInWords } from './money.ts'

describe('amounts', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [5_200_000, '52,000.00'],
    [123_456_789_012, '1,234,567,890.12'],
    [-50, '-0.50'],
  ])('%d fen is shown as %s', (fen, shown) => {
    expect(formatYuan(fen)).toBe(shown)
  })

  test.each([
    ['52,000.00', 5_200_000],
    ['52000', 5_200_000],
    ['￥52 000.5', 5_200_050],
    ['５２０元', 52_000],
    ['-3', -300],
    ['1.005', undefined],
    ['abc', undefined],
    ['', undefined],
    ['1e3', undefined],
    ['99999999999999999', undefined],
  ])('%s is read as %s fen', (typed, fen) => {
    expect(parseYuan(typed)).toBe(fen)
  })

  test('what is shown is read back, for every amount that can be stored', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fen => parseYuan(formatYuan(fen)) === fen))
  })

  test.each([
    [0, '零元整'],
    [5_200_000, '伍万贰仟元整'],
    [10_000_500, '壹拾万零伍元整'],
    [1_000_000_001, '壹仟万元零壹分'],
    [100_101_000_050, '壹拾亿零壹佰零壹万元伍角整'],
    [32_050, '叁佰贰拾元伍角整'],
    [7, '柒分'],
    [-1, ''],
  ])('%d fen in capital numerals is %s', (fen, words) => {
    expect(yuanInWords(fen)).toBe(words)
  })
})

describe('decimals', () => {
  test.each([
    [1, 0],
    [0.1, 1],
    [1.25, 2],
    [1e-7, 7],
    [1.5e21, 0],
  ])('%d has %d places', (value, places) => {
    expect(decimalPlaces(value)).toBe(places)
  })

  test('a sum of decimal steps is a multiple of the step, whatever binary fractions say', () => {
    expect(0.3 % 0.1).not.toBe(0)
    expect(isMultipleOf(0.3, 0.1)).toBe(true)
    fc.assert(fc.property(fc.integer(), count => isMultipleOf(Number(`${count}e-2`), 0.01)))
    expect(isMultipleOf(0.35, 0.1)).toBe(false)
  })
})
