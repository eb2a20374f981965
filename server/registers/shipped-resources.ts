import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { RegisterRecord } from '../journal/act.ts'

const REGISTER = 'shipped-resources'

/** Which versions of which diagrams and forms came with the product; an office's own are never replaced by an upgrade. */
export const shippedResources: Projection = {
  name: `register ${REGISTER}`,
  tables: ['shipped_resource'],
  open(db) {
    const put = db.prepare('INSERT OR IGNORE INTO shipped_resource (resource_id, checksum) VALUES (?, ?)')
    return ({ register = [] }) => {
      for (const { register: name, id, value } of register) if (name === REGISTER) put.run(id, String(value?.checksum))
    }
  },
}

/** Whether the product brought this version itself, now or earlier. @param checksum SHA-256 of the content, hex. */
export function wasShipped(db: Database, resourceId: string, checksum: string): boolean {
  const row = db
    .prepare('SELECT 1 FROM shipped_resource WHERE resource_id = ? AND checksum = ?')
    .get(resourceId, checksum)
  return row !== undefined
}

/** The record of an act that publishes a version the product brings. */
export function shippedResourceRecord(resourceId: string, checksum: string): RegisterRecord {
  return { register: REGISTER, op: 'put', id: resourceId, value: { checksum } }
}
