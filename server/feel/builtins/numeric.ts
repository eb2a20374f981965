import { CalculationFailure, type Run } from '../run.ts'
import type { FeelDuration } from '../temporal/feel-duration.ts'
import type { FeelPeriod } from '../temporal/feel-period.ts'
import { negateSpan } from '../temporal/temporal-arithmetic.ts'
import type { Rounding } from '../values/decimal.ts'
import type { FeelNumber, FeelValue } from '../values/feel-value.ts'
import {
  compareNumbers,
  fromDouble,
  modulo,
  negate,
  numberText,
  round,
  toDouble,
  toInteger,
  wholePart,
} from '../values/numbers.ts'
import { type Declaration, declare } from './builtin.ts'

const ROUNDINGS: Record<string, Rounding> = {
  UP: 'up',
  DOWN: 'down',
  CEILING: 'ceiling',
  FLOOR: 'floor',
  HALF_UP: 'half up',
  HALF_DOWN: 'half down',
  HALF_EVEN: 'half even',
}

const declarations: readonly Declaration[] = [
  ['decimal(n: number, scale: number)', (n: FeelNumber, scale: FeelNumber) => rounded(n, scale, 'half even')],
  ['decimal(n: number, scale: number, mode: string)', decimal],
  ['floor(n: number, scale?: number)', (n: FeelNumber, scale?: FeelNumber) => rounded(n, scale, 'floor')],
  ['ceiling(n: number, scale?: number)', (n: FeelNumber, scale?: FeelNumber) => rounded(n, scale, 'ceiling')],
  ['round up(n: number, scale?: number)', (n: FeelNumber, scale?: FeelNumber) => rounded(n, scale, 'up')],
  ['round down(n: number, scale?: number)', (n: FeelNumber, scale?: FeelNumber) => rounded(n, scale, 'down')],
  ['round half up(n: number, scale?: number)', (n: FeelNumber, scale?: FeelNumber) => rounded(n, scale, 'half up')],
  ['round half down(n: number, scale?: number)', (n: FeelNumber, scale?: FeelNumber) => rounded(n, scale, 'half down')],
  ['abs(number: number)', absolute],
  ['abs(n: number)', absolute],
  ['abs(n: duration)', (n: FeelDuration | FeelPeriod) => ((n.compareTo(negateSpan(n)) ?? 0) < 0 ? negateSpan(n) : n)],
  ['modulo(dividend: number, divisor: number)', remainder],
  ['sqrt(number: number)', (n: FeelNumber) => fromDouble(Math.sqrt(toDouble(n)))],
  ['log(number: number)', (n: FeelNumber) => finite('log', n, Math.log(toDouble(n)))],
  ['exp(number: number)', (n: FeelNumber) => finite('exp', n, Math.exp(toDouble(n)))],
  ['odd(number: number)', (n: FeelNumber) => isMultiple(n, 2) === false],
  ['even(number: number)', (n: FeelNumber) => isMultiple(n, 2) === true],
  ['random number()', (run: Run) => run.random()],
]

/** Functions on numbers. */
export const numericBuiltins = declare(declarations)

// The digits a decimal of 34 digits may have on either side of the point.
const MAX_SCALE = 6176

function rounded(n: FeelNumber, scale: FeelNumber | undefined, rounding: Rounding): FeelValue {
  const digits = scale === undefined ? 0 : wholePart(scale)
  if (digits === undefined || Math.abs(digits) > MAX_SCALE) return null
  return round(n, digits, rounding)
}

function finite(name: string, n: FeelNumber, value: number): FeelValue {
  if (Number.isFinite(value)) return fromDouble(value)
  throw new CalculationFailure(`${name}(${numberText(n)}) is no number`)
}

function decimal(n: FeelNumber, scale: FeelNumber, mode: string): FeelValue {
  const rounding = ROUNDINGS[mode.toUpperCase()]
  return rounding ? rounded(n, scale, rounding) : null
}

function absolute(n: FeelNumber): FeelNumber {
  return compareNumbers(n, 0) < 0 ? negate(n) : n
}

function remainder(dividend: FeelNumber, divisor: FeelNumber): FeelValue {
  const rest = modulo(dividend, divisor)
  if (rest === null) throw new CalculationFailure(`modulo(${numberText(dividend)}, 0) is no number`)
  return rest
}

/** Undefined for a number with a fraction. */
function isMultiple(n: FeelNumber, factor: number): boolean | undefined {
  const rest = modulo(n, factor)
  if (rest === null || toInteger(rest) === undefined) return undefined
  return compareNumbers(rest, 0) === 0
}
