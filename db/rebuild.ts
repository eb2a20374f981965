import type { Database } from 'better-sqlite3'
import { createJournalReader, type JournaledEntry } from './journal-reader.ts'
import type { Projection } from './projection.ts'

const PAGE = 500

/** The whole journal in order, a page at a time, so that it never lies in memory as a whole. */
function* allEntries(source: Database): Generator<JournaledEntry> {
  const reader = createJournalReader(source)
  for (let after = 0; ; ) {
    const page = reader.entries({ after, limit: PAGE })
    if (page.length === 0) return
    yield* page
    after = page.at(-1)!.seq
  }
}

/** Applies the journal of `source` to the empty tables of `target`, in transactions of a page each. */
export function applyJournal(source: Database, target: Database, readings: readonly Projection[]): void {
  const apply = readings.map(reading => reading.open(target))
  target.exec('begin')
  for (const entry of allEntries(source)) {
    for (const read of apply) read(entry)
    if (entry.seq % PAGE === 0) target.exec('commit; begin')
  }
  target.exec('commit')
}

/**
 * Forgets every reading of an office and reads its journal again, all or nothing. After a personal value was deleted by
 * legal order this takes it out of every list too. Nobody may act meanwhile.
 */
export function rebuildReadings(db: Database, readings: readonly Projection[]): void {
  db.transaction(() => {
    for (const table of readings.flatMap(({ tables }) => tables)) db.exec(`delete from ${table}`)
    const apply = readings.map(reading => reading.open(db))
    for (const entry of allEntries(db)) for (const read of apply) read(entry)
  }).immediate()
}
