import type { Run } from '../run.ts'
import type { FeelValue } from '../values/feel-value.ts'
import type { NodeCompiler } from './compilation.ts'
import { minusOf, OPERATORS, type Operator } from './operators.ts'

/** `a + b`, `a ** 2`, `-a`: null when the operands do not go together. */
export const arithmeticExpression: NodeCompiler = (node, binding, compilation) => {
  const sign = node.children.findIndex(child => child.kind === 'ArithOp')
  const symbol = node.children[sign]?.text ?? ''
  const operands = node.children.filter((_child, index) => index !== sign)
  const [left, right] = operands.map(operand => compilation.compile(operand, binding))
  if (!left) return compilation.refuse(node, 'expected an operand')
  if (!right && symbol === '-') return (run, scope) => negated(run, left(run, scope))
  const operator = OPERATORS[symbol]
  if (!right || !operator) return compilation.refuse(node, `expected two operands of "${symbol}"`)
  return (run, scope) => calculate(run, operator, left(run, scope), right(run, scope))
}

function calculate(run: Run, operator: Operator, left: FeelValue, right: FeelValue): FeelValue {
  const result = operator.apply(left, right)
  if (result === undefined) {
    run.warn('INVALID_TYPE', `Can't ${operator.verb} '${run.tell(right)}' ${operator.preposition} '${run.tell(left)}'`)
    return null
  }
  if (typeof result === 'string') run.spend(1 + (result.length >> 4))
  return result
}

function negated(run: Run, value: FeelValue): FeelValue {
  const result = minusOf(value)
  if (result !== undefined) return result
  run.warn('INVALID_TYPE', `Expected a number but found '${run.tell(value)}'`)
  return null
}
