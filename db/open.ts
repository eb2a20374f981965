import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite, { type Database } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'

/** The one database of an office: who writes, and who reads what was committed. */
export interface OfficeDatabase {
  /** The only connection that writes; it sees what the open transaction wrote. */
  writer: Database
  /** Read-only; sees commits only. The same connection as `writer` for a database in memory. */
  reader: Database
  close(): void
}

export interface OpenOptions {
  /** Folder of the generated migrations; a bundle says where it put them. */
  migrationsFolder?: string
  /** Writes the WAL to its working size once, so that commits overwrite instead of growing a file (default yes). */
  preGrowWal?: boolean
}

/** The database was written by a newer version of the program. */
export class SchemaTooNew extends Error {
  override readonly name = 'SchemaTooNew'
}

const CHECKPOINT_PAGES = 4000
const WAL_PAGES = CHECKPOINT_PAGES + 1000
const WAL_FRAME_BYTES = 4096 + 24

/**
 * Opens the file (`:memory:` in tests), durable and single-writer, and brings its tables up to date.
 * @throws SchemaTooNew if a newer program has already changed the tables.
 */
export function openDatabase(path: string, options: OpenOptions = {}): OfficeDatabase {
  const folder = options.migrationsFolder ?? fileURLToPath(new URL('./migrations', import.meta.url))
  const writer = new Sqlite(path)
  try {
    configureWriter(writer)
    refuseNewerSchema(writer, folder)
    migrate(drizzle(writer), { migrationsFolder: folder })
    if (path === ':memory:') return { writer, reader: writer, close: () => void writer.close() }
    if (options.preGrowWal !== false) preGrowWal(writer, `${path}-wal`)
    const reader = openReader(path)
    return { writer, reader, close: () => [reader, writer].forEach(connection => void connection.close()) }
  } catch (error) {
    writer.close()
    throw error
  }
}

/** A further connection that only reads, for reports and `verify`. */
export function openReader(path: string): Database {
  const reader = new Sqlite(path, { readonly: true, fileMustExist: true })
  reader.pragma('busy_timeout = 5000')
  reader.pragma('cache_size = -32768')
  reader.pragma('temp_store = MEMORY')
  reader.pragma('mmap_size = 268435456')
  return reader
}

function configureWriter(writer: Database): void {
  writer.pragma('page_size = 4096')
  writer.pragma('journal_mode = WAL')
  // An answer means: on the disk. NORMAL would lose acknowledged acts with the power.
  writer.pragma('synchronous = FULL')
  writer.pragma('busy_timeout = 5000')
  writer.pragma('foreign_keys = ON')
  // Not more: after a page was split, COMMIT walks through the whole cache.
  writer.pragma('cache_size = -16384')
  writer.pragma('temp_store = MEMORY')
  // No mmap here: mapped pages are looked up in the WAL anew in every transaction, cached ones stay.
  writer.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  // A truncated WAL would have to grow again: twice the price per commit.
  writer.pragma('journal_size_limit = -1')
}

function refuseNewerSchema(writer: Database, folder: string): void {
  const known = writer.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (!known) return
  const { entries } = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number; tag: string }[]
  }
  const newest = entries.reduce((latest, entry) => (entry.when > latest.when ? entry : latest), {
    when: 0,
    tag: 'none',
  })
  const applied = writer.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number | null
  if (Number(applied ?? 0) <= newest.when) return
  throw new SchemaTooNew(
    `Expected a database whose newest migration is ${newest.tag} or older; found one of ${new Date(Number(applied)).toISOString()}. ` +
      'It was written by a newer version of the program: start that version, or restore a backup from before the upgrade.',
  )
}

/** Without this the first four thousand commits pay for a growing file, about twice a commit that overwrites. */
function preGrowWal(writer: Database, wal: string): void {
  if (existsSync(wal) && statSync(wal).size >= WAL_PAGES * WAL_FRAME_BYTES) return
  const version = writer.pragma('user_version', { simple: true }) as number
  writer.pragma('wal_autocheckpoint = 0')
  writer.pragma('synchronous = OFF')
  for (let page = 0; page < WAL_PAGES; page++) writer.pragma(`user_version = ${version}`)
  writer.pragma('synchronous = FULL')
  writer.pragma('wal_checkpoint(RESTART)')
  writer.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
}
