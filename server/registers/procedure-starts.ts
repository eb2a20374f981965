import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { Key } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { begunInstances } from '../projections/begun-instances.ts'

const REGISTER = 'procedure-starts'

/** What was started once and for all: a process or the message that starts one, and the key of its business. */
export interface StartKey {
  /** Id of the process, or name of the message. */
  what: string
  bizKey: string
}

const idOf = ({ what, bizKey }: StartKey) => `${what}/${bizKey}`

/** Which procedure was started under which key; the instance is the first that the entry began. */
export const procedureStarts: Projection = {
  name: `register ${REGISTER}`,
  tables: ['procedure_start'],
  open(db) {
    const put = db.prepare('INSERT INTO procedure_start (start_id, process_instance_key, seq, at) VALUES (?, ?, ?, ?)')
    return entry => {
      for (const { register, id } of entry.register ?? []) {
        if (register !== REGISTER) continue
        const [begun] = begunInstances(entry)
        // A message that nobody begins with stands in the journal, and starts nothing.
        if (begun !== undefined) put.run(id, toColumn(begun), entry.seq, entry.at)
      }
    }
  },
}

/** What is asked of them; on the writer a guard sees what its batch wrote. */
export interface ProcedureStarts {
  /** The instance begun under a key. */
  find(key: StartKey): Key | undefined
}

/** Prepares the question once. */
export function openProcedureStarts(db: Database): ProcedureStarts {
  const find = db
    .prepare<[string], number>('SELECT process_instance_key FROM procedure_start WHERE start_id = ?')
    .pluck()
  return {
    find(key) {
      const found = find.get(idOf(key))
      return found === undefined ? undefined : toKey(found)
    },
  }
}

/** The record of an act that starts something under a key; a second one of the same key cannot be written. */
export function procedureStartRecord(key: StartKey): RegisterRecord {
  return { register: REGISTER, op: 'put', id: idOf(key), value: {} }
}
