import { CalculationFailure } from '../run.ts'
import { compare } from '../values/equality.ts'
import type { FeelNumber, FeelValue } from '../values/feel-value.ts'
import { add, compareNumbers, divide, fromDouble, isNumber, multiply, subtract, toDouble } from '../values/numbers.ts'
import { isList } from '../values/type-of.ts'
import { type Declaration, declare } from './builtin.ts'

type List = readonly FeelValue[]

const declarations: readonly Declaration[] = [
  ['min(...list: list)', (list: List) => extreme(list, order => order < 0)],
  ['max(...list: list)', (list: List) => extreme(list, order => order > 0)],
  ['sum(...list: list)', (list: List) => ofNumbers(list, sum)],
  ['product(...list: list)', (list: List) => ofNumbers(list, numbers => numbers.reduce(multiply))],
  ['mean(...list: list)', (list: List) => ofNumbers(list, mean)],
  ['median(...list: list)', (list: List) => ofNumbers(list, median)],
  ['stddev(...list: list)', (list: List) => ofNumbers(list, standardDeviation)],
  ['mode(...list: list)', (list: List) => (list.length === 0 ? [] : ofNumbers(list, mode))],
]

/** Functions that make one value of many. Of an empty list all but `mode` give null. */
export const statisticsBuiltins = declare(declarations)

function extreme(list: List, isBetter: (order: number) => boolean): FeelValue {
  let best: FeelValue | undefined
  for (const item of list) {
    const order = best === undefined ? (isList(item) ? 0 : compare(item, item)) : compare(item, best)
    if (order === null) return null
    if (best === undefined || isBetter(order)) best = item
  }
  return best ?? null
}

function ofNumbers(list: List, calculate: (numbers: FeelNumber[]) => FeelValue): FeelValue {
  const numbers = list.filter(isNumber)
  return numbers.length === 0 || numbers.length < list.length ? null : calculate(numbers)
}

function sum(numbers: FeelNumber[]): FeelNumber {
  return numbers.reduce(add)
}

function mean(numbers: FeelNumber[]): FeelNumber | null {
  return divide(sum(numbers), numbers.length)
}

function median(numbers: FeelNumber[]): FeelNumber | null {
  const ordered = numbers.toSorted(compareNumbers)
  const middle = ordered.length >> 1
  const [low, high] = [ordered[middle - 1], ordered[middle]]
  if (ordered.length % 2 === 1 || low === undefined || high === undefined) return high ?? null
  return divide(add(low, high), 2)
}

function standardDeviation(numbers: FeelNumber[]): FeelNumber | null {
  const average = mean(numbers)
  if (average === null) return null
  if (numbers.length < 2) throw new CalculationFailure('expected at least two numbers, found one')
  const squares = numbers.map(number => {
    const deviation = subtract(number, average)
    return multiply(deviation, deviation)
  })
  const variance = divide(sum(squares), numbers.length - 1)
  return variance === null ? null : fromDouble(Math.sqrt(toDouble(variance)))
}

function mode(numbers: FeelNumber[]): FeelValue {
  const counts: { number: FeelNumber; count: number }[] = []
  for (const number of numbers.toSorted(compareNumbers)) {
    const last = counts.at(-1)
    if (last && compareNumbers(last.number, number) === 0) last.count += 1
    else counts.push({ number, count: 1 })
  }
  const most = Math.max(...counts.map(({ count }) => count))
  return counts.filter(({ count }) => count === most).map(({ number }) => number)
}
