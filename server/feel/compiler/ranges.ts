import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { type Endpoint, FeelRange } from '../values/feel-range.ts'
import type { FeelValue } from '../values/feel-value.ts'
import type { Compilation, Evaluate, NodeCompiler } from './compilation.ts'
import type { Binding } from './scope.ts'

/** `[1..5)` as a value. */
export const interval: NodeCompiler = (node, binding, compilation) => {
  const [open, from, , to, close] = node.children
  if (!open || !from || !to || !close) return compilation.refuse(node, 'expected "[" … ".." … "]"')
  const start = compilation.compile(from, binding)
  const end = compilation.compile(to, binding)
  return (run, scope) =>
    new FeelRange(
      { value: start(run, scope), isIncluded: open.text === '[' },
      { value: end(run, scope), isIncluded: close.text === ']' },
    )
}

/** `>= 5` or `[1..5]` where a value is expected: the range of what it would accept. */
export const simpleTestValue: NodeCompiler = (node, binding, compilation) => {
  const [first, operand] = node.children
  if (first?.kind === 'Interval') return compilation.compile(first, binding)
  if (!first || !operand) return compilation.refuse(node, 'expected a comparison')
  return openRange(first, operand, binding, compilation)
}

const OPEN_RANGES: Record<string, (value: FeelValue) => FeelRange> = {
  '>': value => new FeelRange(excluded(value), excluded(undefined)),
  '>=': value => new FeelRange(included(value), excluded(undefined)),
  '<': value => new FeelRange(excluded(undefined), excluded(value)),
  '<=': value => new FeelRange(excluded(undefined), included(value)),
  '=': value => new FeelRange(included(value), included(value)),
}

function openRange(sign: SyntaxNode, operand: SyntaxNode, binding: Binding | null, compilation: Compilation): Evaluate {
  const range = OPEN_RANGES[sign.text]
  if (!range) return compilation.refuse(sign, `"${sign.text}" makes no range`)
  const value = compilation.compile(operand, binding)
  return (run, scope) => range(value(run, scope))
}

function included(value: FeelValue | undefined): Endpoint {
  return { value, isIncluded: true }
}

function excluded(value: FeelValue | undefined): Endpoint {
  return { value, isIncluded: false }
}
