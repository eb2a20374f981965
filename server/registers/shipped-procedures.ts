import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'

const REGISTER = 'shipped-procedures'

/** Which versions of which procedures came with the product; an office's own version is never replaced by an upgrade. */
export const shippedProcedures: Projection = {
  name: `register ${REGISTER}`,
  tables: ['shipped_procedure'],
  open(db) {
    const put = db.prepare('INSERT OR IGNORE INTO shipped_procedure (process_definition_id, checksum) VALUES (?, ?)')
    return ({ register = [] }) => {
      for (const { register: name, id, value } of register)
        if (name === REGISTER) put.run(id, String(value?.checksum))
    }
  },
}

/** Whether the product brought this version itself, now or earlier. */
export function wasShipped(db: Database, processDefinitionId: string, checksum: string): boolean {
  const row = db
    .prepare('SELECT 1 FROM shipped_procedure WHERE process_definition_id = ? AND checksum = ?')
    .get(processDefinitionId, checksum)
  return row !== undefined
}

/** The record of an act that deploys a version the product brings. */
export function shippedProcedureRecord(processDefinitionId: string, checksum: string) {
  return { register: REGISTER, op: 'put' as const, id: processDefinitionId, value: { checksum } }
}
