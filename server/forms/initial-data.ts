import { kindOf } from './fields/field-kinds.ts'
import { type Json, type JsonObject, ownValue } from './json.ts'
import { isField, knownRows, namesIn, rowKeyOf } from './names.ts'
import type { Component, DynamicList, Field, Form } from './schema.ts'
import { type FormContext, rootScope, rowScope, type Scope } from './scope.ts'

/** What a form holds when it is opened: the variables of its process where they fit, else defaults, else nothing entered. */
export function initialData(form: Form, context: FormContext): JsonObject {
  const given = Object.fromEntries(Object.entries(context.variables)) as JsonObject
  return fill(form.components, given, rootScope(form, given, context))
}

/** What a form holds when work on it goes on: the draft, and for what the draft does not know what the form opens with. */
export function resumedData(form: Form, draft: JsonObject, context: FormContext): JsonObject {
  const names = namesIn(form.components)
  const kept = Object.entries(draft).filter(([name]) => names.has(name))
  return { ...initialData(form, context), ...Object.fromEntries(kept) }
}

/** What one field holds when it is opened, from the value its process gives it. */
export function initialValue(field: Field, given: unknown, scope: Scope): Json {
  const kind = kindOf(field)
  const isGiven = given !== undefined && given !== null && !kind.type(field, given as Json, scope)
  if (isGiven) return given as Json
  return 'defaultValue' in field && field.defaultValue !== undefined ? field.defaultValue : kind.empty(field)
}

/** A new row of a list, as it is added. */
export const newRow = (list: DynamicList, scope: Scope): JsonObject => fill(list.components, {}, scope)

/** The rows a list is opened with: the known ones, else the given ones, else as many as the form asks for. */
export function initialRows(list: DynamicList, given: unknown, scope: Scope): JsonObject[] {
  const known = knownRows(list)
  const givenRows: unknown[] = Array.isArray(given) ? given : []
  const fillRow = (row: unknown, index: number): JsonObject => fill(list.components, row, rowScope(scope, row, index))
  if (known.length > 0) {
    const key = rowKeyOf(list)
    return known.map((row, index) => ({
      [key]: row.key,
      ...fillRow(
        givenRows.find(found => ownValue(found, key) === row.key),
        index,
      ),
    }))
  }
  if (Array.isArray(given)) return givenRows.map(fillRow)
  return Array.from({ length: list.defaultRepetitions ?? 1 }, (_, index) => fillRow({}, index))
}

function fill(components: readonly Component[], given: unknown, scope: Scope): JsonObject {
  const entries = components.flatMap((component): [string, Json][] => {
    if (isField(component)) return [[component.key, initialValue(component, ownValue(given, component.key), scope)]]
    if (component.type === 'dynamiclist') {
      return [[component.path, initialRows(component, ownValue(given, component.path), scope)]]
    }
    if (component.type !== 'group') return []
    const inner = fill(component.components, component.path ? ownValue(given, component.path) : given, scope)
    return component.path ? [[component.path, inner]] : Object.entries(inner)
  })
  return Object.fromEntries(entries)
}
