import { Decimal } from '../values/decimal.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { add } from '../values/numbers.ts'
import { textOf } from '../values/text-of.ts'
import { type Declaration, declare } from './builtin.ts'

const declarations: readonly Declaration[] = [
  ['string(from: any)', string],
  ['number(from: string)', (text: string) => number(text)],
  ['number(from: string, grouping separator: string|null)', number],
  ['number(from: string, grouping separator: string|null, decimal separator: string|null)', number],
  ['fromAi(value: any, description?: any, type?: any, schema?: any, options?: any)', (value: FeelValue) => value],
]

/** Functions that turn a value of one type into another; dates and durations have their own. */
export const conversionBuiltins = declare(declarations)

function string(value: FeelValue): FeelValue {
  return value === null || typeof value === 'string' ? value : textOf(value)
}

function number(text: string, grouping?: string | null, point?: string | null): FeelValue {
  if (typeof grouping === 'string' && grouping === point) return null
  const ungrouped = typeof grouping === 'string' && grouping !== '' ? text.replaceAll(grouping, '') : text
  const decimal = Decimal.parse(typeof point === 'string' && point !== '' ? ungrouped.replace(point, '.') : ungrouped)
  // A whole number is added to nothing so that it is kept as a plain number.
  return decimal ? (decimal.scale === 0 ? add(decimal, 0) : decimal) : null
}
