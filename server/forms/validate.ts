import { kindOf } from './fields/field-kinds.ts'
import { initialRows, initialValue } from './initial-data.ts'
import { isObject, isSameJson, type Json, type JsonObject, ownValue, typeName } from './json.ts'
import { isField, knownRows, namesIn, rowKeyOf } from './names.ts'
import { type FieldError, type Objection, objection } from './objections.ts'
import { pointerTo } from './pointers.ts'
import type { Component, DynamicList, Field, Form } from './schema.ts'
import { type FormContext, isHidden, isReadonly, rootScope, rowScope, type Scope } from './scope.ts'
import { shownData } from './shown-data.ts'

/** The answer of the validator: the data to store (without what is hidden or disabled), or everything that is wrong. */
export type Validation = { ok: true; data: JsonObject } | { ok: false; errors: FieldError[] }

/** Most rows a list may have unless its property `maxRows` says less or more. */
const defaultMaxRows = 500

/** One place in the data: what was sent there, what of it is shown, what the process had there before. */
interface Place {
  readonly input: JsonObject
  readonly shown: unknown
  readonly given: unknown
  readonly pointer: string
  readonly scope: Scope
  readonly errors: FieldError[]
}

/**
 * Checks what was entered against its form; the same code judges in the browser and on the server.
 * Unknown names are errors, types are strict, hidden and disabled fields are dropped unchecked.
 */
export function validateForm(form: Form, data: unknown, context: FormContext): Validation {
  if (!isObject(data)) {
    return {
      ok: false,
      errors: [
        {
          path: '',
          id: 'type',
          params: { expected: 'object', found: typeName(data) },
        },
      ],
    }
  }
  const shown = shownData(form, data, context)
  const errors: FieldError[] = []
  const scope = rootScope(form, shown, context)
  checkObject(form.components, {
    input: data,
    shown,
    given: { ...context.variables },
    pointer: '',
    scope,
    errors,
  })
  return errors.length > 0 ? { ok: false, errors } : { ok: true, data: shown }
}

function checkObject(components: readonly Component[], place: Place, extraName?: string): void {
  const names = namesIn(components)
  for (const name of Object.keys(place.input)) {
    if (!names.has(name) && name !== extraName)
      report(place, pointerTo(place.pointer, name), objection('unknown', { name }))
  }
  checkComponents(components, place)
}

function checkComponents(components: readonly Component[], place: Place): void {
  for (const component of components) {
    if (component.type === 'text' || isHidden(component, place.scope)) continue
    if (isField(component)) checkField(component, place)
    else if (component.type === 'dynamiclist') checkList(component, place)
    else if (component.path === undefined) checkComponents(component.components, place)
    else checkGroup(component.components, component.path, place)
  }
}

function checkGroup(components: readonly Component[], path: string, place: Place): void {
  const input = ownValue(place.input, path) ?? {}
  const pointer = pointerTo(place.pointer, path)
  if (!isObject(input)) {
    report(place, pointer, objection('type', { expected: 'object', found: typeName(input) }))
    return
  }
  const { shown, given } = place
  checkObject(components, {
    ...place,
    input,
    shown: ownValue(shown, path),
    given: ownValue(given, path),
    pointer,
  })
}

function checkList(list: DynamicList, place: Place): void {
  const input = ownValue(place.input, list.path) ?? []
  const pointer = pointerTo(place.pointer, list.path)
  if (!Array.isArray(input)) {
    report(place, pointer, objection('type', { expected: 'list', found: typeName(input) }))
    return
  }
  const given = ownValue(place.given, list.path)
  for (const found of countObjections(list, input.length, given, place.scope)) report(place, pointer, found)
  const shown = ownValue(place.shown, list.path)
  input.forEach((row, index) => {
    const at = pointerTo(pointer, index)
    const shownRow: unknown = Array.isArray(shown) ? shown[index] : undefined
    const scope = rowScope(place.scope, shownRow, index)
    const givenRow: unknown = Array.isArray(given) ? given[index] : undefined
    if (!isObject(row)) report(place, at, objection('type', { expected: 'object', found: typeName(row) }))
    else
      checkRow(list, index, {
        ...place,
        input: row,
        shown: shownRow,
        given: givenRow,
        pointer: at,
        scope,
      })
  })
}

function checkRow(list: DynamicList, index: number, place: Place): void {
  const known = knownRows(list)
  if (known.length === 0) {
    checkObject(list.components, place)
    return
  }
  const name = rowKeyOf(list)
  const expected = known[index]?.key
  const found = ownValue(place.input, name)
  if (expected !== undefined && found !== expected) {
    const said = typeof found === 'string' ? found : typeName(found)
    report(place, pointerTo(place.pointer, name), objection('row', { expected, found: said }))
  }
  checkObject(list.components, place, name)
}

function countObjections(list: DynamicList, found: number, given: unknown, scope: Scope): Objection[] {
  const known = knownRows(list).length
  const isFixed = known > 0 || list.allowAddRemove === false
  if (isFixed) {
    const expected = known || initialRows(list, given, scope).length
    return found === expected ? [] : [objection('rowCount', { expected, found })]
  }
  const least = Number(list.properties?.minRows ?? 0)
  const most = Number(list.properties?.maxRows ?? defaultMaxRows)
  if (found < least) return [objection('minRows', { least, found })]
  return found > most ? [objection('maxRows', { most, found })] : []
}

function checkField(field: Field, place: Place): void {
  if (field.disabled) return
  const value = ownValue(place.input, field.key) as Json | undefined
  const at = pointerTo(place.pointer, field.key)
  if (isReadonly(field, place.scope)) {
    const expected = initialValue(field, ownValue(place.given, field.key), place.scope)
    if (value !== undefined && !isSameJson(value, expected)) report(place, at, objection('readonly'))
    return
  }
  for (const found of fieldObjections(field, value, place.scope)) report(place, at, found)
}

// The field is visible and editable here.
function fieldObjections(field: Field, value: Json | undefined, scope: Scope): readonly Objection[] {
  const kind = kindOf(field)
  const isAbsent = value === undefined || value === null
  if (isAbsent || kind.isEmpty(value)) {
    return field.validate?.required ? [objection('required')] : []
  }
  const wrongType = kind.type(field, value, scope)
  return wrongType ? [wrongType] : kind.check(field, value, scope)
}

function report(place: Place, path: string, { id, params, at = '' }: Objection): void {
  place.errors.push({ path: path + at, id, params })
}
