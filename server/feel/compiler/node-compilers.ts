import { arithmeticExpression } from './arithmetic.ts'
import { comparison } from './comparison.ts'
import type { NodeCompiler } from './compilation.ts'
import { context } from './contexts.ts'
import { filterExpression } from './filters.ts'
import { dateTimeLiteral, functionDefinition, functionInvocation } from './functions.ts'
import { instanceOf } from './instance-of.ts'
import { forExpression, quantifiedExpression } from './iterations.ts'
import { booleanLiteral, list, nullLiteral, numericLiteral, stringLiteral } from './literals.ts'
import { conjunction, disjunction, ifExpression } from './logic.ts'
import { inputValue, variableName } from './names.ts'
import { pathExpression } from './paths.ts'
import { interval, simpleTestValue } from './ranges.ts'

/** `(a)`: its inside. */
const inside: NodeCompiler = (node, binding, compilation) => {
  const inner = node.children.find(child => child.kind !== '(' && child.kind !== ')')
  return inner ? compilation.compile(inner, binding) : compilation.refuse(node, 'expected an expression')
}

/** What each kind of node of the grammar compiles to. */
export const NODE_COMPILERS: Record<string, NodeCompiler> = {
  Expression: inside,
  ParenthesizedExpression: inside,
  PositiveUnaryTest: inside,
  NumericLiteral: numericLiteral,
  StringLiteral: stringLiteral,
  BooleanLiteral: booleanLiteral,
  null: nullLiteral,
  List: list,
  Context: context,
  VariableName: variableName,
  '?': inputValue,
  Conjunction: conjunction,
  Disjunction: disjunction,
  IfExpression: ifExpression,
  Comparison: comparison,
  ArithmeticExpression: arithmeticExpression,
  InstanceOfExpression: instanceOf,
  PathExpression: pathExpression,
  FilterExpression: filterExpression,
  ForExpression: forExpression,
  QuantifiedExpression: quantifiedExpression,
  FunctionDefinition: functionDefinition,
  FunctionInvocation: functionInvocation,
  DateTimeLiteral: dateTimeLiteral,
  Interval: interval,
  SimplePositiveUnaryTest: simpleTestValue,
}
