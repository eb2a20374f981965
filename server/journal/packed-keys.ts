import type { Json, Key } from '../engine/protocol/records.ts'
import type { CanonicalWriter } from './canonical-writer.ts'

/** A key in a packed line: how far it lies behind the key of the segment's instance; else the key itself. */
export type PackedKey = number | Key

/** What keys are told from: the key of the segment's instance as a number; undefined if there is none that fits. */
export type Base = number | undefined

/** Longer ones may be no whole numbers that a double holds. */
const MOST_DIGITS = 16
const MOST = 9_000_000_000_000_000

/** @param processInstanceKey of the segment, if it is of one. */
export function baseOf(processInstanceKey: Key | undefined): Base {
  return processInstanceKey === undefined ? undefined : plainKey(processInstanceKey)
}

/** The number that a key is, if it is written the one way and a double holds it exactly. */
function plainKey(key: Key): number | undefined {
  const size = key.length
  if (size === 0 || size > MOST_DIGITS || key.charCodeAt(0) === 48) return undefined
  let number = 0
  for (let i = 0; i < size; i++) {
    const digit = key.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return undefined
    number = number * 10 + digit
  }
  return number < MOST ? number : undefined
}

/** Writes a packed key. */
export function writeKey(writer: CanonicalWriter, key: Key, base: Base): void {
  const number = base === undefined ? undefined : plainKey(key)
  if (number === undefined) writer.string(key)
  else writer.number(number - base!)
}

/** The key of a packed one. */
export function readKey(key: PackedKey, base: Base): Key {
  if (typeof key === 'string') return key
  if (base === undefined) throw new Error(`Expected the key of an instance, to which ${key} is to be added`)
  return String(base + key)
}

/** Writes a record's value with the keys among its members packed, without those that `isLeftOut`. */
export function writeKeys(
  writer: CanonicalWriter,
  value: { [name: string]: Json },
  base: Base,
  isLeftOut?: (name: string) => boolean,
): void {
  writer.object(value, isLeftOut, (_, name, member) => {
    if (!name.endsWith('Key')) return false
    if (typeof member === 'number') throw new TypeError(`Expected the key '${name}' as a text, found ${member}`)
    if (typeof member !== 'string') return false
    writeKey(writer, member, base)
    return true
  })
}

/** The members of a record's value with their keys as they were. */
export function readKeys(value: { [name: string]: Json }, base: Base): { [name: string]: Json } {
  for (const name in value) {
    const member = value[name]
    if (typeof member === 'number' && name.endsWith('Key')) value[name] = readKey(member, base)
  }
  return value
}
