import type { Json } from '../engine/protocol/records.ts'

/** The value has no canonical form: a lone surrogate, a number that is not finite, or no JSON at all. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical'
}

/** Writes a member of an object in a way of its own, or answers false. */
export type MemberWriter = (writer: CanonicalWriter, name: string, member: Json) => boolean

type JsonObject = { readonly [name: string]: Json | undefined }

const [QUOTE, COLON, COMMA, BEGIN_LIST, END_LIST, BEGIN_OBJECT, END_OBJECT] = [...'":,[]{}'].map(one =>
  one.charCodeAt(0),
) as [number, number, number, number, number, number, number]

/** 1 for the ASCII characters that stand for themselves between quotes: no controls, quote or backslash. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => (code >= 0x20 && code !== 0x22 && code !== 0x5c ? 1 : 0))
const LONE_SURROGATE = /\p{Surrogate}/u
const encoder = new TextEncoder()
const FIRST_SIZE = 16_384
/** A buffer that one huge value made longer is let go. */
const LONGEST_KEPT = 1_048_576

/**
 * Writes JSON values in their one canonical form (RFC 8785) as UTF-8 bytes into a buffer that is used again: an entry is
 * hashed and stored as bytes, so no text is put together on the way. Members that are `undefined` are left out, as
 * JSON.stringify does. Throws NotCanonical if a value has no such form.
 */
export class CanonicalWriter {
  private bytes = new Uint8Array(FIRST_SIZE)
  private length = 0

  /** What was written since the last `clear`; valid until the next one. */
  get written(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  clear(): void {
    this.length = 0
    if (this.bytes.length > LONGEST_KEPT) this.bytes = new Uint8Array(FIRST_SIZE)
  }

  /** Text that is canonical JSON, or part of it, already: plain ASCII. */
  raw(text: string): void {
    this.reserve(text.length)
    const { bytes } = this
    let at = this.length
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i)
    this.length = at
  }

  value(value: Json): void {
    switch (typeof value) {
      case 'string':
        this.string(value)
        return
      case 'number':
        this.number(value)
        return
      case 'boolean':
        this.raw(value ? 'true' : 'false')
        return
      case 'object':
        if (value === null) this.raw('null')
        else if (Array.isArray(value)) this.list(value)
        else this.object(value)
        return
      default:
        throw new NotCanonical(`Expected a JSON value, found ${typeof value}`)
    }
  }

  string(text: string): void {
    const size = text.length
    this.reserve(size + 2)
    const { bytes } = this
    let at = this.length
    bytes[at++] = QUOTE
    for (let i = 0; i < size; i++) {
      const code = text.charCodeAt(i)
      // Beyond the table it is undefined, which is not plain either.
      if (PLAIN[code] !== 1) {
        this.unusual(text)
        return
      }
      bytes[at++] = code
    }
    bytes[at++] = QUOTE
    this.length = at
  }

  number(value: number): void {
    if (!Number.isFinite(value)) throw new NotCanonical(`Expected a finite number, found ${value}`)
    this.raw(value === 0 ? '0' : String(value))
  }

  /** `write` is asked first for each member whose name and colon have been written. */
  object(object: JsonObject, isLeftOut?: (name: string) => boolean, write?: MemberWriter): void {
    this.byte(BEGIN_OBJECT)
    let isFirst = true
    for (const name of sortedNames(object)) {
      const member = object[name]
      if (member === undefined || isLeftOut?.(name)) continue
      if (!isFirst) this.byte(COMMA)
      isFirst = false
      this.string(name)
      this.byte(COLON)
      if (!write?.(this, name, member)) this.value(member)
    }
    this.byte(END_OBJECT)
  }

  private list(list: readonly Json[]): void {
    this.byte(BEGIN_LIST)
    for (let i = 0; i < list.length; i++) {
      if (i > 0) this.byte(COMMA)
      this.value(list[i]!)
    }
    this.byte(END_LIST)
  }

  /** Text with escapes or beyond ASCII. */
  private unusual(text: string): void {
    if (LONE_SURROGATE.test(text)) throw new NotCanonical('Expected Unicode text, found a lone surrogate')
    const quoted = JSON.stringify(text)
    this.reserve(quoted.length * 3)
    this.length += encoder.encodeInto(quoted, this.bytes.subarray(this.length)).written
  }

  private byte(code: number): void {
    this.reserve(1)
    this.bytes[this.length++] = code
  }

  private reserve(size: number): void {
    if (this.length + size <= this.bytes.length) return
    const longer = new Uint8Array(Math.max(this.bytes.length * 2, this.length + size))
    longer.set(this.bytes)
    this.bytes = longer
  }
}

/** UTF-16 code units decide, which is what JavaScript's `<` and `sort` compare. */
function sortedNames(object: object): string[] {
  const names = Object.keys(object)
  if (names.length > 16) return names.sort()
  for (let i = 1; i < names.length; i++) {
    const name = names[i]!
    let at = i
    for (; at > 0 && names[at - 1]! > name; at--) names[at] = names[at - 1]!
    names[at] = name
  }
  return names
}
