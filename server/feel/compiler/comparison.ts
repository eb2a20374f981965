import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { COMPARATORS } from './comparators.ts'
import type { Compilation, Evaluate, NodeCompiler } from './compilation.ts'
import type { Binding } from './scope.ts'
import { compileTests } from './unary-tests.ts'

/** `a > b`, `a between b and c`, `a in (…)`: null when the types do not go together. */
export const comparison: NodeCompiler = (node, binding, compilation) => {
  const [left, sign, ...rest] = node.children
  if (!left || !sign) return compilation.refuse(node, 'expected two operands')
  const value = compilation.compile(left, binding)
  if (sign.kind === 'in') return inTests(value, rest, binding, compilation)
  const operands = rest.filter(child => child.kind !== 'and').map(child => compilation.compile(child, binding))
  const compiled = sign.kind === 'between' ? between(value, operands) : binary(value, sign, operands)
  return compiled ?? compilation.refuse(node, `expected an operand of "${sign.text}"`)
}

function binary(left: Evaluate, sign: SyntaxNode, [right]: Evaluate[]): Evaluate | undefined {
  const comparator = COMPARATORS[sign.text]
  if (!right || !comparator) return undefined
  return (run, scope) => comparator(run, left(run, scope), right(run, scope))
}

function between(value: Evaluate, [low, high]: Evaluate[]): Evaluate | undefined {
  const { '>=': atLeast, '<=': atMost } = COMPARATORS
  if (!low || !high || !atLeast || !atMost) return undefined
  return (run, scope) => {
    const tested = value(run, scope)
    const above = atLeast(run, tested, low(run, scope))
    const below = atMost(run, tested, high(run, scope))
    if (above === false || below === false) return false
    return above === null || below === null ? null : true
  }
}

function inTests(
  value: Evaluate,
  tests: readonly SyntaxNode[],
  binding: Binding | null,
  compilation: Compilation,
): Evaluate {
  const holds = compileTests(tests, binding, compilation)
  return (run, scope) => holds(run, { value: value(run, scope), parent: scope })
}
