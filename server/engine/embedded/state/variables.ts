import type { Json, Key, Variables } from '../../protocol/records.ts'
import type { Appliers } from './applier.ts'
import { emptyTable, type InstanceState, type Variable } from './instance-state.ts'

/** Variables by scope; a value is replaced as a whole. */
export const variableAppliers: Appliers<'VARIABLE'> = {
  CREATED: (draft, { key, value: { name, value, scopeKey } }) => {
    const { variables } = draft.state
    if (!(scopeKey in variables)) draft.set(variables, scopeKey, emptyTable())
    draft.set(variables[scopeKey]!, name, { key, value })
    draft.noteVariable(scopeKey, name)
  },
  UPDATED: (draft, { key, value: { name, value, scopeKey } }) => {
    draft.set(draft.state.variables[scopeKey]!, name, { key, value })
    draft.noteVariable(scopeKey, name)
  },
}

/** Variables as a record or a step tells them: none are not told. */
export function given(variables: Variables | undefined): { variables?: Variables } {
  return variables && Object.keys(variables).length > 0 ? { variables } : {}
}

/** The variable of this name that an expression in the scope sees: the scope's own, else its surrounding scopes'. */
export function findVariable(state: InstanceState, scopeKey: Key, name: string): Variable | undefined {
  for (let key: Key | undefined = scopeKey; key !== undefined; key = state.elements[key]?.flowScopeKey) {
    const scope = state.variables[key]
    if (scope && Object.hasOwn(scope, name)) return scope[name]
  }
  return undefined
}

/** All variables visible in the scope; inner ones hide outer ones. */
export function visibleVariables(state: InstanceState, scopeKey: Key): Record<string, Json> {
  const visible: Record<string, Json> = emptyTable()
  for (let key: Key | undefined = scopeKey; key !== undefined; key = state.elements[key]?.flowScopeKey)
    for (const [name, { value }] of Object.entries(state.variables[key] ?? {}))
      if (!Object.hasOwn(visible, name)) visible[name] = value
  return visible
}

/** The variables of exactly this scope. */
export function localVariables(state: InstanceState, scopeKey: Key): Record<string, Json> {
  return emptyTable(
    Object.fromEntries(Object.entries(state.variables[scopeKey] ?? {}).map(([name, { value }]) => [name, value])),
  )
}
