import { childOf, type SyntaxNode } from '../syntax/syntax-node.ts'
import { emptyContext } from '../values/type-of.ts'
import type { Compilation, Evaluate, NodeCompiler } from './compilation.ts'
import { keyOf } from './literals.ts'
import { type Binding, bind, type Scope } from './scope.ts'

interface Entry {
  name: string
  evaluate: Evaluate
}

/** `{a: 1, b: a + 1}`: a later entry sees the earlier ones. */
export const context: NodeCompiler = (node, binding, compilation) => {
  const entries = compileEntries(node, binding, compilation)
  return (run, scope) => {
    const result = emptyContext()
    let inner: Scope | null = scope
    run.spend(entries.length)
    for (const { name, evaluate } of entries) {
      const value = evaluate(run, inner)
      result[name] = value
      inner = { value, parent: inner }
    }
    return result
  }
}

function compileEntries(node: SyntaxNode, outer: Binding | null, compilation: Compilation): Entry[] {
  let binding = outer
  return node.children
    .filter(child => child.kind === 'ContextEntry')
    .map(entry => {
      const key = childOf(entry, 'Key')
      const value = entry.children.at(-1)
      if (!key || !value || value === key) return compilation.refuse(entry, 'expected a key and a value')
      const compiled = {
        name: keyOf(key),
        evaluate: compilation.compile(value, binding),
      }
      binding = bind(compiled.name, binding)
      return compiled
    })
}
