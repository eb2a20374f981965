import type { Key } from '../server/engine/protocol/records.ts'

/**
 * A key as the integer that columns hold. Keys of partitions 1–3 fit a double exactly; another one is refused
 * rather than rounded.
 */
export function toColumn(key: Key): number {
  const column = Number(key)
  if (Number.isSafeInteger(column)) return column
  throw new RangeError(`Expected a key of at most 53 bits, found '${key}'`)
}

/** A key as everybody else knows it: a decimal string. */
export function toKey(column: number): Key {
  return String(column)
}
