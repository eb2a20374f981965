import { nameOf } from '../syntax/name-of.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import { FeelFunction } from '../values/feel-function.ts'
import { FeelRange } from '../values/feel-range.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { isContext, isList, memberOf, typeNameOf } from '../values/type-of.ts'
import type { Compilation, NodeCompiler } from './compilation.ts'

type IsInstance = (value: FeelValue) => boolean

/** The types that are not named as their values name themselves. */
const TYPES: Record<string, IsInstance> = {
  Any: value => value !== null,
  list: isList,
  context: isContext,
  function: value => value instanceof FeelFunction,
  range: value => value instanceof FeelRange,
}

const NAMES = new Set([
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'null',
])

/** `x instance of list<number>`: null is an instance of nothing. */
export const instanceOf: NodeCompiler = (node, binding, compilation) => {
  const [operand] = node.children
  const type = node.children.find(child => child.kind === 'Type')
  if (!operand || !type) return compilation.refuse(node, 'expected a value and a type')
  const value = compilation.compile(operand, binding)
  const isInstance = compileType(type, compilation)
  return (run, scope) => isInstance(value(run, scope))
}

function compileType(node: SyntaxNode, compilation: Compilation): IsInstance {
  const [inner = node] = node.children
  switch (inner.kind) {
    case 'ListType': {
      const item = argumentTypes(inner, compilation)[0]
      return value => isList(value) && (!item || value.every(item))
    }
    case 'ContextType':
      return contextType(inner, compilation)
    case 'FunctionType':
      return value => value instanceof FeelFunction
    default:
      return namedType(inner, compilation)
  }
}

function contextType(node: SyntaxNode, compilation: Compilation): IsInstance {
  const entries = node.children
    .flatMap(child => (child.kind === 'ContextEntryTypes' ? child.children : []))
    .filter(child => child.kind === 'ContextEntryType')
    .map(entry => ({ name: nameOf(entry.children[0] ?? entry), type: argumentTypes(entry, compilation)[0] }))
  return value => isContext(value) && entries.every(({ name, type }) => type?.(memberOf(value, name) ?? null) ?? true)
}

function namedType(node: SyntaxNode, compilation: Compilation): IsInstance {
  const name = nameOf(node)
  const known = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined
  if (known) return known
  if (!NAMES.has(name) && /\s/.test(name)) return compilation.refuse(node, `there is no type "${name}"`)
  // A single word that names no type is no error on Zeebe: nothing is of it.
  return value => typeNameOf(value) === name
}

function argumentTypes(node: SyntaxNode, compilation: Compilation): IsInstance[] {
  return node.children.filter(child => child.kind === 'Type').map(type => compileType(type, compilation))
}
