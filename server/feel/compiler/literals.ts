import { nameOf, stringOf } from '../syntax/name-of.ts'
import { Decimal } from '../values/decimal.ts'
import type { FeelNumber } from '../values/feel-value.ts'
import type { NodeCompiler } from './compilation.ts'

/** `12`, `1.50`, `-3` */
export const numericLiteral: NodeCompiler = (node, _binding, compilation) => {
  if (/e/i.test(node.text)) return compilation.refuse(node, 'expected a number without an exponent')
  const value = numberOf(node.text)
  return () => value
}

/** `"text"` */
export const stringLiteral: NodeCompiler = node => {
  const value = stringOf(node)
  return () => value
}

/** `true`, `false` */
export const booleanLiteral: NodeCompiler = node => {
  const value = node.text === 'true'
  return () => value
}

/** `null` */
export const nullLiteral: NodeCompiler = () => () => null

/** `[a, b]` */
export const list: NodeCompiler = (node, binding, compilation) => {
  const items = node.children.filter(child => child.kind !== '[' && child.kind !== ']')
  const compiled = items.map(item => compilation.compile(item, binding))
  return (run, scope) => {
    run.spend(compiled.length)
    return compiled.map(item => item(run, scope))
  }
}

/** The key of a context entry: a name or a string. */
export function keyOf(key: Parameters<NodeCompiler>[0]): string {
  const [inner = key] = key.children
  return inner.kind === 'StringLiteral' ? stringOf(inner) : nameOf(inner)
}

function numberOf(text: string): FeelNumber {
  const decimal = Decimal.parse(text.replace(/\s/g, '')) ?? Decimal.from(Number(text))
  const double = decimal.toNumber()
  return decimal.scale === 0 && Number.isSafeInteger(double) ? double : decimal
}
