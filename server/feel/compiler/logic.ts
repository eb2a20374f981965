import type { Run } from '../run.ts'
import type { FeelValue } from '../values/feel-value.ts'
import type { Compilation, NodeCompiler } from './compilation.ts'
import type { Binding } from './scope.ts'

/** `a and b`: false as soon as one is false; null when one is no truth value. */
export const conjunction: NodeCompiler = (node, binding, compilation) => decide(node, binding, compilation, false)

/** `a or b`: true as soon as one is true; null when one is no truth value. */
export const disjunction: NodeCompiler = (node, binding, compilation) => decide(node, binding, compilation, true)

/** `if a then b else c`: whatever is not true takes the else. */
export const ifExpression: NodeCompiler = (node, binding, compilation) => {
  const branches = node.children.filter(child => !/^(if|then|else)$/.test(child.kind))
  const [condition, then, otherwise] = branches.map(branch => compilation.compile(branch, binding))
  if (!condition || !then || !otherwise) return compilation.refuse(node, 'expected "if … then … else …"')
  return (run, scope) => (truth(run, condition(run, scope)) ? then(run, scope) : otherwise(run, scope))
}

/** The truth value of a result; null, with a warning, when it is none. */
export function truth(run: Run, value: FeelValue): boolean | null {
  if (typeof value === 'boolean') return value
  run.warn('INVALID_TYPE', `Expected boolean but found '${run.tell(value)}'`)
  return null
}

function decide(
  node: Parameters<NodeCompiler>[0],
  binding: Binding | null,
  compilation: Compilation,
  deciding: boolean,
) {
  const operands = node.children.filter(child => child.kind !== 'and' && child.kind !== 'or')
  const [left, right] = operands.map(operand => compilation.compile(operand, binding))
  if (!left || !right) return compilation.refuse(node, 'expected two operands')
  const evaluate: ReturnType<NodeCompiler> = (run, scope) => {
    const first = truth(run, left(run, scope))
    if (first === deciding) return deciding
    const second = truth(run, right(run, scope))
    if (second === deciding) return deciding
    return first === null || second === null ? null : !deciding
  }
  return evaluate
}
