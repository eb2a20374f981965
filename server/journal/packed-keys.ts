import type { Json, Key } from '../engine/protocol/records.ts'
import { canonicalize, canonicalMembers } from './canonical.ts'

/** A key in a packed line: how far it lies behind the key of the segment's instance; else the key itself. */
export type PackedKey = number | Key

/** Whole numbers that a double holds exactly, written the one way. */
const PLAIN_KEY = /^(?:[1-9]\d{0,14}|[1-8]\d{15})$/

/** The canonical text of a packed key. `base` is the key of the segment's instance, if it is of one. */
export function writeKey(key: Key, base: Key | undefined): string {
  if (key === base) return PLAIN_KEY.test(key) ? '0' : canonicalize(key)
  if (base !== undefined && PLAIN_KEY.test(key) && PLAIN_KEY.test(base)) return String(Number(key) - Number(base))
  return canonicalize(key)
}

/** The key of a packed one. */
export function readKey(key: PackedKey, base: Key | undefined): Key {
  return typeof key === 'number' ? String(Number(base) + key) : key
}

/** The canonical text of a record's value with the keys among its members packed, without those that `isLeftOut`. */
export function writeKeys(
  value: { [name: string]: Json },
  base: Key | undefined,
  isLeftOut: (name: string) => boolean = () => false,
): string {
  return canonicalMembers(value, (name, member) => {
    if (isLeftOut(name)) return ''
    if (!name.endsWith('Key')) return undefined
    if (typeof member === 'number') throw new TypeError(`Expected the key '${name}' as a text, found ${member}`)
    return typeof member === 'string' ? writeKey(member, base) : undefined
  })
}

/** The members of a record's value with their keys as they were. */
export function readKeys(value: { [name: string]: Json }, base: Key | undefined): { [name: string]: Json } {
  for (const name in value) {
    const member = value[name]
    if (typeof member === 'number' && name.endsWith('Key')) value[name] = readKey(member, base)
  }
  return value
}
