import { Decimal, type Rounding } from './decimal.ts'
import type { FeelNumber, FeelValue } from './feel-value.ts'

/** Whether the value is a FEEL number. */
export function isNumber(value: FeelValue): value is FeelNumber {
  return typeof value === 'number' || value instanceof Decimal
}

/** The number as a decimal, to calculate with. */
export function toDecimal(value: FeelNumber): Decimal {
  return typeof value === 'number' ? Decimal.from(value) : value
}

/** The number as the nearest double. */
export function toDouble(value: FeelNumber): number {
  return typeof value === 'number' ? value : value.toNumber()
}

/** The number as a safe integer; undefined if it has a fraction or is too large. */
export function toInteger(value: FeelNumber): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  const double = value.toNumber()
  return Number.isSafeInteger(double) && value.isInteger() ? double : undefined
}

/** The whole part of the number; undefined if it is too large to count with. */
export function wholePart(value: FeelNumber): number | undefined {
  return toInteger(toInteger(value) ?? toDecimal(value).withScale(0, 'down'))
}

export function add(a: FeelNumber, b: FeelNumber): FeelNumber {
  const fast = both(a, b) ? a + (b as number) : undefined
  return fast !== undefined && Number.isSafeInteger(fast) ? fast : lean(toDecimal(a).plus(toDecimal(b)))
}

export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber {
  const fast = both(a, b) ? a - (b as number) : undefined
  return fast !== undefined && Number.isSafeInteger(fast) ? fast : lean(toDecimal(a).minus(toDecimal(b)))
}

export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber {
  const fast = both(a, b) ? a * (b as number) : undefined
  return fast !== undefined && Number.isSafeInteger(fast) ? fast + 0 : lean(toDecimal(a).times(toDecimal(b)))
}

/** Null when the divisor is zero. */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  const divisor = toDecimal(b)
  if (divisor.sign === 0) return null
  const fast = both(a, b) ? a / (b as number) : undefined
  return fast !== undefined && Number.isSafeInteger(fast) ? fast + 0 : lean(toDecimal(a).dividedBy(divisor))
}

/** Null when the divisor is zero; the remainder has the sign of the divisor. */
export function modulo(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  const divisor = toDecimal(b)
  return divisor.sign === 0 ? null : lean(toDecimal(a).modulo(divisor))
}

/** A whole power is exact to 34 digits, any other is a double's; null when there is none. */
export function power(base: FeelNumber, exponent: FeelNumber): FeelNumber | null {
  const whole = toInteger(exponent)
  if (whole === undefined) return fromDouble(toDouble(base) ** toDouble(exponent))
  const decimal = toDecimal(base)
  return decimal.sign === 0 && whole < 0 ? null : lean(decimal.power(whole))
}

export function negate(a: FeelNumber): FeelNumber {
  return typeof a === 'number' ? 0 - a : a.negated()
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareNumbers(a: FeelNumber, b: FeelNumber): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  return toDecimal(a).compare(toDecimal(b))
}

export function round(a: FeelNumber, scale: number, rounding: Rounding): FeelNumber {
  return lean(toDecimal(a).withScale(scale, rounding))
}

/** The FEEL number of a double; null for infinity and for what is no number. */
export function fromDouble(value: number): FeelNumber | null {
  return Number.isFinite(value) ? value + 0 : null
}

/** The shortest exact text: `1.0` for the decimal 1.0, `0.1` for the double. */
export function numberText(value: FeelNumber): string {
  return typeof value === 'number' ? Decimal.from(value).toString() : value.toString()
}

/** A small whole number is kept as a double: the next operation on it is fast. */
function lean(value: Decimal): FeelNumber {
  if (value.scale !== 0) return value
  const double = Number(value.coefficient)
  return Number.isSafeInteger(double) ? double : value
}

function both(a: FeelNumber, b: FeelNumber): a is number {
  return typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b)
}
