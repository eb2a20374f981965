import type { FeelValue } from '../values/feel-value.ts'

/** The values bound inside an expression at run time, innermost first: loop variables, parameters, context entries, `item`. */
export interface Scope {
  readonly value: FeelValue
  readonly parent: Scope | null
}

/** The same chain as the compiler knows it. An `item` also offers its members as names. */
export interface Binding {
  readonly name: string
  readonly isItem: boolean
  readonly parent: Binding | null
}

/** A name bound to the next value of the scope. */
export function bind(name: string, parent: Binding | null): Binding {
  return { name, isItem: false, parent }
}

/** `item`, whose members may be named directly. */
export function bindItem(parent: Binding | null): Binding {
  return { name: 'item', isItem: true, parent }
}

/** The value so many bindings further out. */
export function at(scope: Scope | null, distance: number): FeelValue {
  let current = scope
  for (let step = distance; step > 0 && current; step -= 1) current = current.parent
  return current ? current.value : null
}
