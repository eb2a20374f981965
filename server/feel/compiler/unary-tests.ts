import type { Run } from '../run.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { isSame } from '../values/equality.ts'
import { FeelRange } from '../values/feel-range.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { isList } from '../values/type-of.ts'
import { COMPARATORS, equal, opposite } from './comparators.ts'
import type { Compilation, Evaluate } from './compilation.ts'
import { type Binding, bind, type Scope } from './scope.ts'

/** A compiled test. The input it tests is the innermost value of the scope. */
export type Test = (run: Run, scope: Scope) => boolean | null

/** The cell of a decision table: `-`, `not(…)`, or tests of which one must hold. */
export function compileCell(cell: SyntaxNode, binding: Binding | null, compilation: Compilation): Test {
  const [first] = cell.children
  if (first?.kind === 'Wildcard') return () => true
  const isNegated = first?.kind === 'not'
  const tests = cell.children.filter(child => child.kind !== 'not')
  const holds = compileTests(tests, binding, compilation, isNegated)
  return isNegated ? (run, scope) => opposite(holds(run, scope)) : holds
}

/** Tests of which one must hold: true if one does; null if none does and one cannot be decided. */
export function compileTests(
  nodes: readonly SyntaxNode[],
  outer: Binding | null,
  compilation: Compilation,
  isNegated = false,
): Test {
  const binding = bind('?', outer)
  const tests = nodes.flatMap(single).map(node => compileTest(node, binding, compilation, isNegated))
  const [only] = tests
  if (only && tests.length === 1) return only
  return (run, scope) => {
    let result: boolean | null = false
    for (const test of tests) {
      const holds = test(run, scope)
      if (holds) return true
      if (holds === null) result = null
    }
    return result
  }
}

function single(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === '(' || node.kind === ')') return []
  return node.kind === 'PositiveUnaryTests' || node.kind === 'PositiveUnaryTest'
    ? node.children.flatMap(single)
    : [node]
}

function compileTest(node: SyntaxNode, binding: Binding, compilation: Compilation, isNegated: boolean): Test {
  const [sign, operand] = node.children
  if (node.kind === 'SimplePositiveUnaryTest' && sign?.kind === 'CompareOp' && operand) {
    if (sign.text.includes('=') && !/[<>]/.test(sign.text))
      return compilation.refuse(node, `expected a value, or one of < <= > >=, but found "${sign.text}"`)
    return compareWith(sign.text, compilation.compile(operand, binding))
  }
  const evaluate = compilation.compile(node, binding)
  // `true` written down is a value the input is compared with, as any other literal; within `not(…)` it is true by itself.
  if (node.kind === 'BooleanLiteral' && !isNegated) return (run, scope) => equal(run, scope.value, evaluate(run, scope))
  if (asksForInput(node)) return (run, scope) => verdict(evaluate(run, scope))
  return (run, scope) => matches(run, scope.value, evaluate(run, scope))
}

function compareWith(symbol: string, operand: Evaluate): Test {
  const comparator = COMPARATORS[symbol] ?? equal
  return (run, scope) => comparator(run, scope.value, operand(run, scope))
}

/** An expression that names the input itself decides by its own truth value; any other value decides nothing. */
function verdict(result: FeelValue): boolean | null {
  return result === null || typeof result === 'boolean' ? result : false
}

/** An expression that does not name the input gives what the input is compared with. */
function matches(run: Run, input: FeelValue, result: FeelValue): boolean | null {
  if (result instanceof FeelRange) return result.includes(input)
  if (isList(result)) return matchesOne(run, input, result)
  if (result === true || (typeof result === 'boolean' && typeof input !== 'boolean')) return result
  return equal(run, input, result)
}

function matchesOne(run: Run, input: FeelValue, candidates: readonly FeelValue[]): boolean | null {
  run.spend(candidates.length)
  if (isList(input) && isSame(input, candidates)) return true
  return candidates.some(candidate => isSame(input, candidate))
}

function asksForInput(node: SyntaxNode): boolean {
  return node.kind === '?' || node.text === 'cellInput' || node.children.some(asksForInput)
}
