import { isObject, isSameJson, type Json, type JsonObject, ownValue } from './json.ts'
import { isField, nameOf, namesIn } from './names.ts'
import type { Component, Form } from './schema.ts'
import { type FormContext, isHidden, rootScope, rowScope, type Scope } from './scope.ts'

// Fields that hide each other in a circle never settle; after this many rounds the last answer stands.
const maxRounds = 16

/**
 * The data without what is hidden or disabled. Conditions see only what is shown, so a field that depends on a hidden one
 * is decided as if nothing had been entered there; repeated until nothing changes.
 */
export function shownData(form: Form, data: JsonObject, context: FormContext): JsonObject {
  let shown = data
  for (let round = 0; round < maxRounds; round += 1) {
    const next = prune(form.components, data, shown, rootScope(form, shown, context))
    if (isSameJson(next, shown)) return next
    shown = next
  }
  return shown
}

// `seen` is the same place in the data of the round before: what conditions are evaluated on.
function prune(components: readonly Component[], data: JsonObject, seen: unknown, scope: Scope): JsonObject {
  const changes = new Map<string, Json | undefined>()
  collect(components, data, seen, scope, changes)
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => {
      const kept = changes.has(name) ? changes.get(name) : value
      return kept === undefined ? [] : [[name, kept]]
    }),
  )
}

function collect(
  components: readonly Component[],
  data: JsonObject,
  seen: unknown,
  scope: Scope,
  changes: Map<string, Json | undefined>,
): void {
  for (const component of components) {
    const name = nameOf(component)
    if (isHidden(component, scope) || (isField(component) && component.disabled)) {
      for (const dropped of namesIn([component])) changes.set(dropped, undefined)
    } else if (component.type === 'group' && name === undefined) {
      collect(component.components, data, seen, scope, changes)
    } else if (component.type === 'group' || component.type === 'dynamiclist') {
      const value = ownValue(data, name ?? '') as Json | undefined
      changes.set(name ?? '', pruneContainer(component, value, ownValue(seen, name ?? ''), scope))
    }
  }
}

function pruneContainer(
  component: Extract<Component, { components: Component[] }>,
  value: Json | undefined,
  seen: unknown,
  scope: Scope,
): Json | undefined {
  if (component.type === 'group') return isObject(value) ? prune(component.components, value, seen, scope) : value
  if (!Array.isArray(value)) return value
  const seenRows = Array.isArray(seen) ? seen : []
  return value.map((row, index) => {
    const seenRow: unknown = seenRows[index]
    return isObject(row) ? prune(component.components, row, seenRow, rowScope(scope, seenRow, index)) : row
  })
}
