import type { Database } from 'better-sqlite3'
import { toColumn, toKey } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { Json } from '../engine/index.ts'
import type { Entry } from '../journal/act.ts'

const REGISTER = 'files'
const FILE_ID = /^[0-9a-f]{64}$/

/** A file as its uploader described it; the content lies under its SHA-256 in the folder of files. */
export interface RegisteredFile {
  fileId: string
  name: string
  /** Bytes. */
  size: number
  /** Media type as found in the content. */
  type: string
}

/** Who brought which file, and which instances speak of it. */
export const files: Projection = {
  name: `register ${REGISTER}`,
  tables: ['file', 'file_use'],
  open(db) {
    const put = db.prepare('INSERT OR REPLACE INTO file (file_id, put_by, name, size, type) VALUES (?, ?, ?, ?, ?)')
    const use = db.prepare('INSERT OR IGNORE INTO file_use (file_id, process_instance_key) VALUES (?, ?)')
    return entry => {
      for (const { register, id, value } of entry.register ?? [])
        if (register === REGISTER && value) put.run(id, entry.actor.id, value.name, value.size, value.type)
      for (const [fileId, processInstanceKey] of usesIn(entry)) use.run(fileId, toColumn(processInstanceKey))
    }
  },
}

function* usesIn({ segments = [] }: Entry): Generator<[string, string]> {
  for (const { processInstanceKey, records } of segments) {
    if (!processInstanceKey) continue
    for (const { valueType, value } of records)
      if (valueType === 'VARIABLE') for (const fileId of fileIdsIn(value.value)) yield [fileId, processInstanceKey]
  }
}

/** A file in a variable is an object with a `fileId`, at any depth. */
function* fileIdsIn(value: Json): Generator<string> {
  if (value === null || typeof value !== 'object') return
  for (const inner of Array.isArray(value) ? value : Object.values(value)) yield* fileIdsIn(inner)
  if (!Array.isArray(value) && typeof value.fileId === 'string' && FILE_ID.test(value.fileId)) yield value.fileId
}

/** The record of an act that brings a file. */
export function fileRecord({ fileId, name, size, type }: RegisteredFile) {
  return { register: REGISTER, op: 'put' as const, id: fileId, value: { name, size, type } }
}

/** The file as the person may describe it, with the instances that speak of it. */
export function findFile(db: Database, fileId: string, personId: string) {
  const file = db
    .prepare<[string, string], RegisteredFile & { putBy: string }>(
      `SELECT file_id AS fileId, put_by AS putBy, name, size, type FROM file WHERE file_id = ?
       ORDER BY put_by = ? DESC, put_by LIMIT 1`,
    )
    .get(fileId, personId)
  const uses = db.prepare<[string], { processInstanceKey: number }>(
    'SELECT process_instance_key AS processInstanceKey FROM file_use WHERE file_id = ?',
  )
  return file && { ...file, usedIn: uses.all(fileId).map(row => toKey(row.processInstanceKey)) }
}
