import { isObject, type Json, type JsonObject } from './json.ts'

/** Extends a JSON pointer (RFC 6901) by one name or index. */
export const pointerTo = (base: string, name: string | number): string =>
  `${base}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`

const namesOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map(name => name.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The value a JSON pointer leads to, or undefined where the way ends. */
export function valueAt(data: unknown, pointer: string): unknown {
  let value = data
  for (const name of namesOf(pointer)) {
    if (Array.isArray(value)) value = value[Number(name)]
    else if (isObject(value) && Object.hasOwn(value, name)) value = value[name]
    else return undefined
  }
  return value
}

/** A copy of the data with one value replaced; objects missing on the way are made, the rest is shared. */
export function withValueAt(data: JsonObject, pointer: string, value: Json): JsonObject {
  const replaced = replace(data, namesOf(pointer), value)
  return isObject(replaced) ? replaced : data
}

function replace(current: Json | undefined, names: readonly string[], value: Json): Json {
  const [name, ...rest] = names
  if (name === undefined) return value
  if (Array.isArray(current)) {
    const index = Number(name)
    const copy = [...current]
    copy[index] = replace(current[index], rest, value)
    return copy
  }
  const object = isObject(current) ? current : {}
  const before = Object.hasOwn(object, name) ? object[name] : undefined
  return { ...object, [name]: replace(before, rest, value) }
}
