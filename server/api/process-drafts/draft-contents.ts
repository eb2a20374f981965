import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'

/** A file of a save by its content. */
export interface FileMark {
  name: string
  /** SHA-256 of the content, hex. */
  checksum: string
}

/** What files of drafts hold: each content once, packed, however many saves name it. */
export interface DraftContents {
  /** Keeps it and says under which SHA-256. */
  keep(content: string): string
  get(checksum: string): string
  /** Forgets these where no save of any draft names them any more. */
  forget(checksums: Iterable<string>): void
}

/** SHA-256 of a text, hex. */
export const checksumOf = (content: string): string => createHash('sha256').update(content).digest('hex')

/** Prepares the statements once. */
export function openDraftContents(db: Database): DraftContents {
  const put = db.prepare('INSERT OR IGNORE INTO process_draft_content (checksum, packed) VALUES (?, ?)')
  const find = db.prepare<[string], Buffer>('SELECT packed FROM process_draft_content WHERE checksum = ?').pluck()
  const isNamed = db
    .prepare<[string], number>(
      `SELECT 1 FROM process_draft_save, json_each(files) AS file WHERE file.value ->> 'checksum' = ? LIMIT 1`,
    )
    .pluck()
  const drop = db.prepare('DELETE FROM process_draft_content WHERE checksum = ?')
  return {
    keep(content) {
      const checksum = checksumOf(content)
      put.run(checksum, deflateRawSync(content))
      return checksum
    },
    get(checksum) {
      const packed = find.get(checksum)
      if (!packed) throw new Error(`Expected the content of ${checksum}, found none`)
      return inflateRawSync(packed).toString()
    },
    forget(checksums) {
      for (const checksum of new Set(checksums)) if (!isNamed.get(checksum)) drop.run(checksum)
    },
  }
}
