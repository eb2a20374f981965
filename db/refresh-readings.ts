import type { Database } from 'better-sqlite3'
import type { Projection } from './projection.ts'
import { rebuildReadings } from './rebuild.ts'

/**
 * Reads the journal again into all readings if one of them is new, or is filled otherwise than by the program that wrote
 * the file: an upgrade cannot leave lists without what happened before it. All or nothing.
 * @param readings those of the journal; the engine's tables are its state and never rebuilt here
 * @returns whether it did
 */
export function refreshReadings(db: Database, readings: readonly Projection[]): boolean {
  const marks = new Map(
    (db.prepare('select name, version from reading_mark').raw().all() as [string, number][]).map(mark => mark),
  )
  const stale = readings.filter(({ name, version = 1 }) => marks.get(name) !== version)
  if (stale.length === 0) return false
  const mark = db.prepare('insert or replace into reading_mark (name, version) values (?, ?)')
  const isEmpty = db.prepare('select 1 from journal limit 1').get() === undefined
  db.transaction(() => {
    // A reading may look at what another has written before it, so all are read again, in their order.
    if (!isEmpty) rebuildReadings(db, readings)
    for (const { name, version = 1 } of stale) mark.run(name, version)
  }).immediate()
  return !isEmpty
}
