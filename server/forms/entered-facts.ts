import { momentOf } from './fields/datetime.ts'
import { isObject, isSameJson, type Json, type JsonObject } from './json.ts'
import { isField, nameOf } from './names.ts'
import { pointerTo } from './pointers.ts'
import type { Component, DateTimeField, Form } from './schema.ts'

/** A fact that a form states: when it happened, and the field that says so. */
export interface EnteredFact {
  /** JSON pointer into the data. */
  path: string
  /** UTC ms; midnight at the office for a day. */
  happenedAt: number
}

/**
 * The facts whose time a form asks for: its date fields with the property `factTime`, filled in. What the procedure knew
 * already (`known`) was entered before and is no new fact.
 */
export function enteredFacts(form: Form, data: JsonObject, known: JsonObject = {}): EnteredFact[] {
  return factsIn(form.components, data, known, '')
}

function factsIn(components: readonly Component[], data: JsonObject, known: JsonObject, at: string): EnteredFact[] {
  return components.flatMap(component => {
    const name = nameOf(component)
    const value = name === undefined ? data : data[name]
    const before = name === undefined ? known : known[name]
    const path = name === undefined ? at : pointerTo(at, name)
    if (isField(component)) {
      const isFact = component.type === 'datetime' && component.properties?.factTime === 'true'
      return isFact && !isSameJson(value ?? null, before ?? null) ? factAt(component, value, path) : []
    }
    if (!('components' in component)) return []
    if (!Array.isArray(value)) return inObject(component.components, value, before, path)
    const rows = Array.isArray(before) ? before : []
    return value.flatMap((row, index) => inObject(component.components, row, rows[index], pointerTo(path, index)))
  })
}

function inObject(components: readonly Component[], value?: Json, before?: Json, path = ''): EnteredFact[] {
  return isObject(value) ? factsIn(components, value, isObject(before) ? before : {}, path) : []
}

function factAt(field: DateTimeField, value: Json | undefined, path: string): EnteredFact[] {
  if (typeof value !== 'string') return []
  const happenedAt = momentOf(field, value)
  return Number.isNaN(happenedAt) ? [] : [{ path, happenedAt }]
}
