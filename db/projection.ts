import type { Database } from 'better-sqlite3'
import type { Entry } from '../server/journal/act.ts'

/**
 * A reading of the journal: tables that one entry after another fills, inside the transaction of the entry.
 * `npm run verify` drops the tables' content, applies every entry again and compares: nothing else may write them.
 */
export interface Projection {
  readonly name: string
  /** Counted up when the same entries fill its tables otherwise than before; default 1. */
  readonly version?: number
  /** Every table it owns, children before parents. */
  readonly tables: readonly string[]
  /** Prepares its statements once; the result is called for each entry, with personal values filled in. */
  open(db: Database): (entry: Entry) => void
}
