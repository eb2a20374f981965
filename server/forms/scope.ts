import { compileExpression } from '../feel/index.ts'
import { isObject, type Json, type JsonObject, ownValue } from './json.ts'
import { namesIn } from './names.ts'
import type { Component, Form } from './schema.ts'

/** What a form is filled in against: the variables of its process and the moment (UTC milliseconds), and the IANA zone of `today()` (UTC when absent). */
export interface FormContext {
  readonly variables: Readonly<Record<string, unknown>>
  readonly now: number
  readonly zone?: string
}

/** What expressions see at one place of a form: the whole data, the row around it (`this`), the row around that (`parent`), and the row numbers from 1 (`i`). */
export interface Scope {
  readonly context: FormContext
  readonly ownNames: ReadonlySet<string>
  readonly root: JsonObject
  readonly row: JsonObject
  readonly parent: JsonObject | null
  readonly indexes: readonly number[]
}

/** The scope outside all lists. `shown` is the data without what is hidden. */
export const rootScope = (form: Form, shown: JsonObject, context: FormContext): Scope => ({
  context,
  ownNames: namesIn(form.components, { submittedOnly: true }),
  root: shown,
  row: shown,
  parent: null,
  indexes: [],
})

/** The scope inside the row of a list (index from 0). */
export const rowScope = (scope: Scope, row: unknown, index: number): Scope => ({
  ...scope,
  row: isObject(row) ? row : {},
  parent: scope.row,
  indexes: [...scope.indexes, index + 1],
})

/** Tells an expression (`=…`) from a literal text. */
export const isExpression = (value: unknown): value is `=${string}` =>
  typeof value === 'string' && value.startsWith('=')

/** The value of an expression `=…` at a place of the form; null if it cannot be evaluated. */
export function evaluate(expression: string, scope: Scope): Json {
  const result = compileExpression(expression.slice(1)).evaluate({
    variables: name => lookUp(name, scope),
    now: () => scope.context.now,
    ...(scope.context.zone && { zone: scope.context.zone }),
  })
  return result.ok ? (result.value as Json) : null
}

/** Says whether a component is hidden where it stands; what surrounds it is asked for separately. */
export const isHidden = (component: Component, scope: Scope): boolean =>
  component.conditional?.hide !== undefined && evaluate(component.conditional.hide, scope) === true

/** Says whether a field is shown without being editable there. */
export const isReadonly = (field: { readonly?: boolean | string | undefined }, scope: Scope): boolean =>
  isExpression(field.readonly) ? evaluate(field.readonly, scope) === true : field.readonly === true

// A name of the form is answered by the form alone: what is hidden must not be replaced by a variable of an earlier round.
function lookUp(name: string, scope: Scope): unknown {
  if (name === 'this') return scope.row
  if (name === 'parent') return scope.parent
  if (name === 'i') return [...scope.indexes]
  const entered = ownValue(scope.root, name)
  if (entered !== undefined || scope.ownNames.has(name)) return entered ?? null
  return Object.hasOwn(scope.context.variables, name) ? scope.context.variables[name] : undefined
}
