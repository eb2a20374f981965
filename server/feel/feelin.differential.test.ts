import fc from 'fast-check'
import { evaluate as feelin } from 'feelin'
import { describe, expect, test } from 'vitest'
import { evaluated } from './evaluated.testing.ts'

const VARIABLES = { n: 7, m: -3, text: 'foobar', flag: true, xs: [3, 1, 2, 3], rows: [{ a: 1 }, { a: 2 }, { a: 3 }] }

/** Expressions whose value both implementations must find by the specification: whole numbers, texts, truth values, lists, null. */
const { number, boolean, string, list } = fc.letrec<{ number: string; boolean: string; string: string; list: string }>(
  tie => {
    const [aNumber, aBoolean, aString, aList] = [tie('number'), tie('boolean'), tie('string'), tie('list')]
    const form = (template: string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
      fc.tuple(...parts).map(texts => texts.reduce((text, part, index) => text.replaceAll(`$${index}`, part), template))
    const comparison = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
    return {
      number: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.integer({ min: 0, max: 99 }).map(String),
        fc.constantFrom('n', 'm', 'xs[1]', 'rows[2].a', 'nothing', 'null'),
        form('($0 $1 $2)', aNumber, fc.constantFrom('+', '-', '*'), aNumber),
        form('(-$0)', aNumber),
        form('(if $0 then $1 else $2)', aBoolean, aNumber, aNumber),
        form('abs($0)', aNumber),
        form('count($0)', aList),
        form('string length($0)', aString),
        form('$0[$1]', fc.constantFrom('xs', '[1, 2]', 'rows.a', 'reverse(xs)'), fc.constantFrom('1', '2', '-1', '99')),
        form('{a: $0, b: a + $1}.b', aNumber, aNumber),
        form('{f: function(x, y) x - y, r: f($0, $1)}.r', aNumber, aNumber),
      ),
      boolean: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('true', 'false', 'flag', 'null'),
        form('($0 $1 $2)', aNumber, comparison, aNumber),
        form('($0 $1 $2)', aString, fc.constantFrom('=', '!='), aString),
        form('($0 and $1)', aBoolean, aBoolean),
        form('($0 or $1)', aBoolean, aBoolean),
        form('not($0)', aBoolean),
        form('contains($0, "o")', aString),
        form('list contains($0, $1)', aList, aNumber),
        form('(some x in $0 satisfies x = $1)', aList, aNumber),
        form('(every x in $0 satisfies x != $1)', aList, aNumber),
        form('(n between $0 and $1)', fc.constantFrom('1', '7'), fc.constantFrom('7', '9')),
        form(
          '(n in $0$1..$2$3)',
          fc.constantFrom('[', '('),
          fc.constantFrom('1', '7'),
          fc.constantFrom('7', '9'),
          fc.constantFrom(']', ')'),
        ),
      ),
      string: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('"a"', '"foo"', '""', 'text'),
        form('($0 + $1)', aString, aString),
        form('upper case($0)', aString),
        form('substring($0, 1, 2)', aString),
        form('substring after($0, "o")', aString),
        form('(if $0 then $1 else $2)', aBoolean, aString, aString),
      ),
      list: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('xs', '[]', '[1, 2]'),
        form('[$0, $1]', aNumber, aNumber),
        form('(for x in $0 return x + $1)', aList, aNumber),
        form('(for i in 1..3 return i * $0)', aNumber),
        form('$0[item != $1]', fc.constantFrom('xs', '[1, 2]'), aNumber),
        form('append($0, $1)', aList, aNumber),
        form('concatenate($0, $1)', aList, aList),
        form('reverse($0)', aList),
        form('distinct values($0)', aList),
      ),
    }
  },
)

describe('an independent implementation finds the same value', () => {
  test.each([
    ['numbers', number],
    ['truth values', boolean],
    ['texts', string],
    ['lists', list],
  ])('%s', (_kind, expressions) => {
    fc.assert(
      fc.property(expressions, expression => {
        const theirs: unknown = feelin(expression, VARIABLES).value
        expect(stored(evaluated(expression, VARIABLES))).toBe(stored(theirs ?? null))
      }),
      { numRuns: 500 },
    )
  })
})

/** Where we follow Zeebe, or count better, on purpose. A row that no longer differs can go to the corpus above. */
const DIFFERENCES: readonly [expression: string, ours: unknown, why: string][] = [
  ['0.1 + 0.2', 0.3, 'decimals instead of doubles'],
  ['1.1 * 3', 3.3, 'decimals instead of doubles'],
  ['100 * 1.1', 110, 'decimals instead of doubles'],
  ['"a" < 1', null, 'what cannot be compared gives null'],
  ['5 between 7 and 1', false, 'a range is not turned round'],
  ['[null][item != 0]', [null], 'null is not 0'],
  ['get or else(nothing, 1)', 1, "Camunda's functions"],
  ['is blank(" ")', true, "Camunda's functions"],
  ['partition([1, 2, 3], 2)', [[1, 2], [3]], "Camunda's functions"],
]

describe('deliberate differences', () => {
  test.each(DIFFERENCES)('%s is %j: %s', (expression, ours) => {
    expect(evaluated(expression)).toEqual(ours)
    expect(valueOfFeelin(expression)).not.toEqual(ours)
  })
})

/** As JSON, where 0 and -0 are the same. */
function stored(value: unknown): string {
  return JSON.stringify(value)
}

function valueOfFeelin(expression: string): unknown {
  try {
    return feelin(expression, VARIABLES).value
  } catch {
    return undefined
  }
}
