import type { Json } from '../engine/protocol/records.ts'

/** The value has no canonical form: a lone surrogate, a number that is not finite, or no JSON at all. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical'
}

/** Characters that stand for themselves between quotes: no controls, quote, backslash or surrogates. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\ud7ff\ue000-\uffff]*$/
const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * Writes a JSON value in its one canonical form (RFC 8785), so that equal values have equal hashes everywhere.
 * Members that are `undefined` are left out, as JSON.stringify does.
 * @throws NotCanonical if the value has no such form.
 */
export function canonicalize(value: Json): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value)
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical(`Expected a finite number, found ${value}`)
      return value === 0 ? '0' : String(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? canonicalList(value) : canonicalObject(value)
    default:
      throw new NotCanonical(`Expected a JSON value, found ${typeof value}`)
  }
}

function canonicalString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  if (LONE_SURROGATE.test(text)) throw new NotCanonical('Expected Unicode text, found a lone surrogate')
  return JSON.stringify(text)
}

function canonicalList(list: readonly Json[]): string {
  let text = '['
  for (let i = 0; i < list.length; i++) text += i === 0 ? canonicalize(list[i]!) : `,${canonicalize(list[i]!)}`
  return `${text}]`
}

function canonicalObject(object: { readonly [name: string]: Json | undefined }): string {
  return canonicalMembers(object, () => undefined)
}

/**
 * The canonical text of an object, of which somebody may write members himself: `textOf` answers the canonical text of
 * a member, '' to leave it out, or undefined for the usual one.
 */
export function canonicalMembers(
  object: { readonly [name: string]: Json | undefined },
  textOf: (name: string, member: Json) => string | undefined,
): string {
  let text = '{'
  for (const name of sortedNames(object)) {
    const member = object[name]
    if (member === undefined) continue
    const memberText = textOf(name, member) ?? canonicalize(member)
    if (memberText === '') continue
    if (text.length > 1) text += ','
    text += `${canonicalName(name)}:${memberText}`
  }
  return `${text}}`
}

/** UTF-16 code units decide, which is what JavaScript's `<` and `sort` compare. */
function sortedNames(object: object): string[] {
  const names = Object.keys(object)
  if (names.length > 12) return names.sort()
  for (let i = 1; i < names.length; i++) {
    const name = names[i]!
    let at = i
    for (; at > 0 && names[at - 1]! > name; at--) names[at] = names[at - 1]!
    names[at] = name
  }
  return names
}

/** The few hundred names of records come back in every entry; what people invent must not fill the memory. */
const MOST_NAMES = 2000
const names = new Map<string, string>()

function canonicalName(name: string): string {
  let text = names.get(name)
  if (text === undefined) {
    text = canonicalString(name)
    if (names.size < MOST_NAMES) names.set(name, text)
  }
  return text
}
