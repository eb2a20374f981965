import { describe, expect, test } from 'vitest'
import { NOW } from './evaluated.testing.ts'
import { compileUnaryTests, FeelSyntaxError } from './index.ts'

function tested(tests: string, input: unknown, variables: Record<string, unknown> = {}): unknown {
  const result = compileUnaryTests(tests).test(input as null, { variables: name => variables[name], now: () => NOW })
  return result.ok ? result.value : result.message
}

describe('a cell of a decision table', () => {
  test.each<[tests: string, input: unknown, holds: boolean | null]>([
    ['-', null, true],
    ['"a"', 'a', true],
    ['"a"', 'b', false],
    ['"a"', 1, null],
    ['"a", "b"', 'b', true],
    ['1, 2, 3', 4, false],
    ['not("a")', 'b', true],
    ['not("a")', 'a', false],
    ['not("a")', null, true],
    ['not("a")', 3, null],
    ['not("a", "b")', 'b', false],
    ['< 10', 5, true],
    ['>= 10, < 0', 5, false],
    ['< 10', null, null],
    ['[1..5]', 5, true],
    ['[1..5)', 5, false],
    [']1..5]', 1, false],
    ['not([1..5])', 6, true],
    ['null', null, true],
    ['null', 1, false],
    ['true', true, true],
    ['false', true, false],
    ['false', false, true],
    ['true', null, false],
    ['false', null, false],
    ['true, false', null, false],
    ['not(true)', null, false],
    ['not(true)', false, false],
    ['true or false', false, true],
    ['?', 1, false],
    ['true', 'text', null],
    ['1 < 2', null, true],
    ['? > 3', 4, true],
    ['? > 3 and ? < 5', 6, false],
    ['cellInput > 3', 4, true],
    ['? = false', false, true],
    ['contains(?, "b")', 'abc', true],
    ['starts with(?, "a"), "z"', 'z', true],
    ['date("2026-01-01")', '2026-01-01', null],
    ['[1, 2]', 2, true],
    ['limit', 7, true],
    ['> limit', 8, true],
    ['limits', 2, true],
    ['limit > 5', 'anything', true],
    ['limit > 10', 'anything', false],
    ['duration("PT1H") < duration("PT2H")', null, true],
  ])('%s of %j', (tests, input, holds) => {
    expect(tested(tests, input, { limit: 7, limits: [1, 2] })).toBe(holds)
  })

  test('a failing expression is a failure, not a no', () => {
    expect(tested('assert(?, false)', 1)).toContain('Assertion failure')
  })

  test('the input is no free name', () => {
    expect(compileUnaryTests('? > limit and cellInput < 9').names).toEqual(['limit'])
  })

  test.each(['< ', '"a",', 'not(', '1 +', ''])('"%s" is refused', tests => {
    expect(() => compileUnaryTests(tests)).toThrow(FeelSyntaxError)
  })
})
