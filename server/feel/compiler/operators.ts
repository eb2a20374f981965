import { addTemporal, divideTemporal, multiplyTemporal, subtractTemporal } from '../temporal/temporal-arithmetic.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { add, divide, isNumber, multiply, negate, power, subtract } from '../values/numbers.ts'

/** An arithmetic operator and the words for its warning. */
export interface Operator {
  verb: string
  preposition: string
  /** Undefined when the operands are of types that do not go together. */
  apply: (left: FeelValue, right: FeelValue) => FeelValue | undefined
}

/** The arithmetic operators by their symbol. */
export const OPERATORS: Record<string, Operator> = {
  '+': { verb: 'add', preposition: 'to', apply: plus },
  '-': { verb: 'subtract', preposition: 'from', apply: minus },
  '*': { verb: 'multiply', preposition: 'by', apply: times },
  '/': { verb: 'divide', preposition: 'into', apply: dividedBy },
  '**': {
    verb: 'raise',
    preposition: 'as the power of',
    apply: (left, right) => (isNumber(left) && isNumber(right) ? power(left, right) : undefined),
  },
}

/** `-value`; undefined when there is no such thing. */
export function minusOf(value: FeelValue): FeelValue | undefined {
  return isNumber(value) ? negate(value) : undefined
}

function plus(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isNumber(left) && isNumber(right)) return add(left, right)
  if (typeof left === 'string' && typeof right === 'string') return left + right
  return addTemporal(left, right)
}

function minus(left: FeelValue, right: FeelValue): FeelValue | undefined {
  return isNumber(left) && isNumber(right) ? subtract(left, right) : subtractTemporal(left, right)
}

function times(left: FeelValue, right: FeelValue): FeelValue | undefined {
  return isNumber(left) && isNumber(right) ? multiply(left, right) : multiplyTemporal(left, right)
}

function dividedBy(left: FeelValue, right: FeelValue): FeelValue | undefined {
  return isNumber(left) && isNumber(right) ? divide(left, right) : divideTemporal(left, right)
}
