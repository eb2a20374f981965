import { Decimal as Reference } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, type Rounding } from './decimal.ts'

const Exact = Reference.clone({ precision: 34, rounding: Reference.ROUND_HALF_EVEN, minE: -9e15, maxE: 9e15 })

const texts = fc
  .tuple(fc.bigInt(-(10n ** 34n) + 1n, 10n ** 34n - 1n), fc.integer({ min: -40, max: 40 }))
  .map(([coefficient, exponent]) => `${coefficient}e${exponent}`)

type Operation = [
  name: string,
  ours: (a: Decimal, b: Decimal) => Decimal,
  theirs: (a: Reference, b: Reference) => Reference,
]

const OPERATIONS: Operation[] = [
  ['plus', (a, b) => a.plus(b), (a, b) => a.plus(b)],
  ['minus', (a, b) => a.minus(b), (a, b) => a.minus(b)],
  ['times', (a, b) => a.times(b), (a, b) => a.times(b)],
  ['dividedBy', (a, b) => a.dividedBy(b), (a, b) => a.dividedBy(b)],
]

describe('34 digits, as an independent implementation counts them', () => {
  test.each(OPERATIONS)('%s', (_name, ours, theirs) => {
    fc.assert(
      fc.property(texts, texts, (x, y) => {
        fc.pre(!(theirs === OPERATIONS[3]?.[2] && new Exact(y).isZero()))
        const expected = theirs(new Exact(x), new Exact(y))
        expect(new Exact(ours(read(x), read(y)).toString()).eq(expected)).toBe(true)
      }),
    )
  })

  test('compare', () => {
    fc.assert(
      fc.property(texts, texts, (x, y) => {
        expect(Math.sign(read(x).compare(read(y))) === new Exact(x).cmp(new Exact(y))).toBe(true)
      }),
    )
  })

  test.each<[Rounding, Reference.Rounding]>([
    ['up', Reference.ROUND_UP],
    ['down', Reference.ROUND_DOWN],
    ['ceiling', Reference.ROUND_CEIL],
    ['floor', Reference.ROUND_FLOOR],
    ['half up', Reference.ROUND_HALF_UP],
    ['half down', Reference.ROUND_HALF_DOWN],
    ['half even', Reference.ROUND_HALF_EVEN],
  ])('rounding %s', (rounding, mode) => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 12 }), (x, scale) => {
        const expected = new Exact(x).toDecimalPlaces(scale, mode)
        expect(new Exact(read(x).withScale(scale, rounding).toString()).eq(expected)).toBe(true)
      }),
    )
  })

  test('powers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 20 }), (base, exponent) => {
        const power = BigInt(base) ** BigInt(exponent)
        expect(Decimal.from(base).power(exponent).compare(read(power.toString()))).toBe(0)
      }),
    )
  })
})

test.each([
  ['1.50', '1.50'],
  ['-0.05', '-0.05'],
  ['.5', '0.5'],
  ['1e3', '1E+3'],
  ['12e-9', '1.2E-8'],
  ['0.000001', '0.000001'],
  ['0.0000001', '1E-7'],
  ['12345678901234567890123456789012345', '1.234567890123456789012345678901234E+34'],
])('%s is written %s', (text, written) => {
  expect(read(text).toString()).toBe(written)
})

test.each(['', '.', '-', '1e', '0x1', '1 0', 'NaN', '1.2.3'])('"%s" is no number', text => {
  expect(Decimal.parse(text)).toBeUndefined()
})

test.each<[string, (a: Decimal, b: Decimal) => Decimal, string, string, string]>([
  ['a sum keeps the longer fraction', (a, b) => a.plus(b), '1.50', '2', '3.50'],
  ['a product keeps both fractions', (a, b) => a.times(b), '1.0', '1.00', '1.000'],
  ['an exact quotient keeps no zeros', (a, b) => a.dividedBy(b), '10', '5', '2'],
  ['the remainder has the sign of the divisor', (a, b) => a.modulo(b), '-10', '3', '2'],
])('%s', (_name, operation, x, y, written) => {
  expect(operation(read(x), read(y)).toString()).toBe(written)
})

test('numbers far apart do not fill the memory', () => {
  expect(read('1e999999').plus(read('1')).compare(read('1e999999'))).toBe(0)
  expect(() => read('1e999999999').times(read('1e1'))).toThrow(RangeError)
})

function read(text: string): Decimal {
  const decimal = Decimal.parse(text)
  if (!decimal) throw new Error(`Expected a number, but found '${text}'`)
  return decimal
}
