import type { Run } from '../run.ts'
import { nameOf } from '../syntax/name-of.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { isContext, memberOf } from '../values/type-of.ts'
import type { Evaluate, NodeCompiler } from './compilation.ts'
import { at, type Binding, type Scope } from './scope.ts'

/** Where a name may be found, from the inside out. */
interface Places {
  /** Distances of the `item`s passed on the way; each may have a member of that name. */
  items: number[]
  /** Distance of the binding of that very name; absent for a variable of the caller. */
  local?: number
}

/** `amount`: a bound name, a member of the current item, or a variable. */
export const variableName: NodeCompiler = (node, binding, compilation) => {
  const name = nameOf(node)
  if (/\s/.test(name) && !node.text.startsWith('`'))
    compilation.refuse(node, `expected an operator after the name in "${node.text}"`)
  return readName(name, binding, compilation.names)
}

/** `?`: the input of a unary test. */
export const inputValue: NodeCompiler = (_node, binding, compilation) => readName('?', binding, compilation.names)

/** Reads a name wherever it is bound; notes it when it is free. */
function readName(name: string, binding: Binding | null, names: Set<string>): Evaluate {
  const { items, local } = findPlaces(name, binding)
  if (local === undefined) names.add(name)
  if (items.length === 0) {
    if (local === undefined) return run => readVariable(run, name)
    return local === 0 ? (_run, scope) => (scope ? scope.value : null) : (_run, scope) => at(scope, local)
  }
  return (run, scope) => {
    const member = memberOfItems(name, items, scope)
    if (member !== undefined) return member
    return local === undefined ? readVariable(run, name) : at(scope, local)
  }
}

/** The value of a name if it is bound inside the expression or as a variable; undefined otherwise, without a warning. */
export function findName(
  name: string,
  binding: Binding | null,
): (run: Run, scope: Scope | null) => FeelValue | undefined {
  const { items, local } = findPlaces(name, binding)
  return (run, scope) =>
    memberOfItems(name, items, scope) ?? (local === undefined ? run.variable(name) : at(scope, local))
}

function findPlaces(name: string, binding: Binding | null): Places {
  const items: number[] = []
  let distance = 0
  for (let current = binding; current; current = current.parent) {
    // An item's own member wins over all, even one that is called `item`.
    if (current.isItem) items.push(distance)
    if (current.name === name) return { items, local: distance }
    distance += 1
  }
  return { items }
}

function memberOfItems(name: string, items: readonly number[], scope: Scope | null): FeelValue | undefined {
  for (const distance of items) {
    const item = at(scope, distance)
    const member = isContext(item) ? memberOf(item, name) : undefined
    if (member !== undefined) return member
  }
  return undefined
}

function readVariable(run: Run, name: string): FeelValue {
  const value = run.variable(name)
  if (value !== undefined) return value
  run.warn('NO_VARIABLE_FOUND', `No variable found with name '${name}'`)
  return null
}
