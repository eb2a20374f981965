import type { Database } from 'better-sqlite3'
import { createEngineStore, DERIVED_ENGINE_TABLES } from '../../../db/engine-store.ts'
import type { Journal } from '../../../db/journal.ts'
import { openDatabase } from '../../../db/open.ts'
import { type EntrySegments, replay } from '../../../server/engine/embedded/index.ts'
import type { Json } from '../../../server/engine/index.ts'
import { canonicalize } from '../../../server/journal/canonical.ts'

/** What a rebuild of the engine's tables from records alone has otherwise than the tables themselves; empty if nothing. */
export function rebuildDifferences(db: Database, entries: Iterable<EntrySegments>): string[] {
  const { writer: rebuilt, close } = openDatabase(':memory:')
  replay(createEngineStore(rebuilt), JSON.parse(JSON.stringify([...entries])) as EntrySegments[])
  const found = DERIVED_ENGINE_TABLES.flatMap(table => {
    const [expected, actual] = [db, rebuilt].map(each => rows(each, table))
    return expected === actual ? [] : [`${table}: expected\n${expected}\nbut rebuilt\n${actual}`]
  })
  close()
  return found
}

/** The same for an engine with a journal of its own. */
export function journalDifferences({ db, journal }: { db: Database; journal: Journal }): string[] {
  const entries = journal.entries({ limit: 100_000 }).map(({ seq, segments = [] }) => ({ seq, segments }))
  return rebuildDifferences(db, entries)
}

function rows(db: Database, table: string): string {
  return db
    .prepare(`select * from ${table} order by 1, 2`)
    .all()
    .map(row => canonicalize(unpacked(row) as Json))
    .join('\n')
}

/** Members of JSON objects have no order: the journal writes them sorted, the engine as they came. */
function unpacked(row: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row as Record<string, unknown>).map(([column, cell]) => [
      column,
      typeof cell === 'string' && /^[[{]/.test(cell) ? JSON.parse(cell) : cell,
    ]),
  )
}
