/** A value as it travels and is stored: what JSON can say, nothing else. */
export type Json = null | boolean | number | string | Json[] | JsonObject

/** Values by name: the data of a form, of one of its groups, or of one row of a list. */
export interface JsonObject {
  [name: string]: Json
}

/** The kinds of value a message names when it says what was expected and what was found. */
export type TypeName = 'nothing' | 'boolean' | 'number' | 'text' | 'list' | 'object' | 'file'

/** Tells a plain object from lists, null and instances of classes. */
export function isObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

/** Names the kind of a value for a message. */
export function typeName(value: unknown): TypeName {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean' || typeof value === 'number') return typeof value as 'boolean' | 'number'
  return 'object'
}

/** Compares two JSON values by content; the order of names does not matter. */
export function isSameJson(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isSameJson(item, right[index]))
  }
  if (!isObject(left) || !isObject(right)) return false
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every(name => Object.hasOwn(right, name) && isSameJson(left[name], right[name]))
  )
}

/** The value an object holds under a name of its own, never one it inherits. */
export const ownValue = (object: unknown, name: string): unknown =>
  isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined
