import type { Json } from '../engine/protocol/records.ts'
import { CanonicalWriter } from './canonical-writer.ts'

export { NotCanonical } from './canonical-writer.ts'

const writer = new CanonicalWriter()
const decoder = new TextDecoder()

/**
 * Writes a JSON value in its one canonical form (RFC 8785), so that equal values have equal hashes everywhere.
 * Members that are `undefined` are left out, as JSON.stringify does.
 * @throws NotCanonical if the value has no such form.
 */
export function canonicalize(value: Json): string {
  writer.clear()
  writer.value(value)
  return decoder.decode(writer.written)
}
