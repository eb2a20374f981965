import type { Run } from '../run.ts'
import { nameOf } from '../syntax/name-of.ts'
import { childOf, type SyntaxNode } from '../syntax/syntax-node.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { itemsOf, sequence } from '../values/sequence.ts'
import type { Compilation, NodeCompiler } from './compilation.ts'
import { truth } from './logic.ts'
import { type Binding, bind, type Scope } from './scope.ts'

/** What an iterator runs through; null when it is nothing to run through. */
type Source = (run: Run, scope: Scope | null) => Iterable<FeelValue> | null

/** `for x in xs, y in ys return …`: the list of the results; `partial` is the list so far. */
export const forExpression: NodeCompiler = (node, binding, compilation) => {
  const { sources, inner } = compileIterators(node, binding, compilation)
  const body = node.children.at(-1)
  if (!body || body.kind === 'return') return compilation.refuse(node, 'expected an expression after "return"')
  const compiled = compilation.compile(body, bind('partial', inner))
  const readsPartial = mentions(body, 'partial')
  return (run, scope) => {
    const results: FeelValue[] = []
    const completed = iterate(run, scope, sources, at => {
      if (readsPartial) run.spend(results.length)
      // A copy: the list handed out must not grow afterwards.
      results.push(
        compiled(run, {
          value: readsPartial ? [...results] : null,
          parent: at,
        }),
      )
      return true
    })
    return completed === null ? null : results
  }
}

/** `some x in xs satisfies …`, `every x in xs satisfies …`, three-valued like `or` and `and`. */
export const quantifiedExpression: NodeCompiler = (node, binding, compilation) => {
  const { sources, inner } = compileIterators(node, binding, compilation)
  const body = node.children.at(-1)
  if (!body || body.kind === 'satisfies') return compilation.refuse(node, 'expected a condition after "satisfies"')
  const condition = compilation.compile(body, inner)
  const deciding = node.children[0]?.kind === 'some'
  return (run, scope) => {
    let result: boolean | null = !deciding
    const completed = iterate(run, scope, sources, at => {
      const holds = truth(run, condition(run, at))
      if (holds === deciding) result = deciding
      else if (holds === null) result = null
      return holds !== deciding
    })
    return completed === null ? null : result
  }
}

function compileIterators(node: SyntaxNode, outer: Binding | null, compilation: Compilation) {
  let inner = outer
  const list = childOf(node, 'InExpressions')?.children ?? []
  const sources = list
    .filter(child => child.kind === 'InExpression')
    .map(iterator => {
      const [name, , range] = iterator.children
      if (!name || !range) return compilation.refuse(iterator, 'expected "name in list"')
      if (range.children[0]?.children[0]?.kind === 'Interval')
        return compilation.refuse(range, 'expected a list, or a range without brackets')
      inner = bind(nameOf(name), inner)
      return compileSource(range, outer, compilation)
    })
  return { sources, inner }
}

function compileSource(node: SyntaxNode, binding: Binding | null, compilation: Compilation): Source {
  const [from, dots, to] = node.children
  if (!from) return compilation.refuse(node, 'expected a list')
  const first = compilation.compile(from, binding)
  if (!dots || !to) return (run, scope) => iterable(run, first(run, scope))
  const last = compilation.compile(to, binding)
  return (run, scope) => {
    const [start, end] = [first(run, scope), last(run, scope)]
    return (
      sequence(start, end) ??
      invalid(run, `Expected a range of numbers but found '${run.tell(start)}..${run.tell(end)}'`)
    )
  }
}

function iterable(run: Run, value: FeelValue): Iterable<FeelValue> | null {
  return itemsOf(value) ?? invalid(run, `Expected a list but found '${run.tell(value)}'`)
}

function invalid(run: Run, message: string): null {
  run.warn('INVALID_TYPE', message)
  return null
}

/** Visits every combination until a visit says false; null when something cannot be run through. No list sees the names of the others. */
function iterate(
  run: Run,
  outer: Scope | null,
  sources: readonly Source[],
  visit: (scope: Scope | null) => boolean,
): boolean | null {
  const lists: Iterable<FeelValue>[] = []
  for (const source of sources) {
    const items = source(run, outer)
    if (items === null) return null
    lists.push(items)
  }
  const walk = (depth: number, scope: Scope | null): boolean => {
    const items = lists[depth]
    if (!items) return visit(scope)
    for (const value of items) {
      run.spend(1)
      if (!walk(depth + 1, { value, parent: scope })) return false
    }
    return true
  }
  return walk(0, outer)
}

function mentions(node: SyntaxNode, name: string): boolean {
  return (node.kind === 'VariableName' && node.text === name) || node.children.some(child => mentions(child, name))
}
