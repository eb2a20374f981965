import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../engine/protocol/records.ts'
import { canonicalize, NotCanonical } from './canonical.ts'

/** RFC 8785, appendix B: the double as hex of its bits, and how it is written. */
const numbers: [string, string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
]

const double = (hex: string) => new DataView(new Uint8Array(Buffer.from(hex, 'hex')).buffer).getFloat64(0)

/** As a reader of the RFC would write it, slowly. */
function plainly(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${plainly(member)}`).join(',')}}`
}

describe('canonical JSON (RFC 8785)', () => {
  test.each(numbers)('the double %s is written %s', (hex, text) => {
    expect(canonicalize(double(hex))).toBe(text)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, double('7fffffffffffffff')])('%s has no canonical form', value => {
    expect(() => canonicalize(value)).toThrow(NotCanonical)
  })

  test('the example of section 3.2.2: numbers, literals and escapes', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    }
    expect(canonicalize(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('the example of section 3.2.3: members are sorted by UTF-16 code units', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonicalize(value)) as object)).toEqual([
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
    expect(canonicalize(value).indexOf('"\\r"')).toBeLessThan(canonicalize(value).indexOf('"1"'))
  })

  test.each<[string, Json]>([
    ['alone', '\ud800'],
    ['in the middle', 'a\udc00b'],
    ['in a name', { '\ud83d': 1 }],
  ])('a lone surrogate %s is refused', (_, value) => {
    expect(() => canonicalize(value)).toThrow(NotCanonical)
  })

  test('a pair of surrogates stands as it is', () => {
    expect(canonicalize('䶮𠅤😀')).toBe('"䶮𠅤😀"')
  })

  test('members that are undefined are left out', () => {
    expect(canonicalize({ b: undefined, a: 1 } as unknown as Json)).toBe('{"a":1}')
  })

  test('every JSON value is written as the plain reading of the RFC writes it, and reads back the same', () => {
    const values = fc.jsonValue({ maxDepth: 5 }) as fc.Arbitrary<Json>
    fc.assert(
      fc.property(values, value => {
        const text = canonicalize(value)
        expect(text).toBe(plainly(JSON.parse(JSON.stringify(value)) as Json))
        expect(canonicalize(JSON.parse(text) as Json)).toBe(text)
      }),
    )
  })
})
