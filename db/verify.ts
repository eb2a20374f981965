import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { compareTables, type TableDifference } from './compare-tables.ts'
import { NOT_DERIVED } from './not-derived.ts'
import { openDatabase } from './open.ts'
import type { Projection } from './projection.ts'
import { applyJournal } from './rebuild.ts'
import { type ChainReport, verifyChain } from './verify-chain.ts'

export interface VerifyOptions {
  /** Every reading of the journal, the engine's tables included. */
  readings: readonly Projection[]
  migrationsFolder?: string
}

export interface VerifyReport extends ChainReport {
  /** Tables that were rebuilt and are equal. */
  equal: string[]
  /** The first difference of every table that is not. */
  differences: TableDifference[]
  /** Tables that no reading owns and nobody explains. */
  unexplained: string[]
}

/** Whether nothing at all was found. */
export function isIntact({ fault, personalFault, differences, unexplained }: VerifyReport): boolean {
  return !fault && !personalFault && differences.length === 0 && unexplained.length === 0
}

/**
 * Proves an office's database: the chain is intact, and every table derived from the journal is what a rebuild makes of
 * it. Reads one snapshot of `db`, rebuilds in a temporary database. A broken chain is not rebuilt from.
 */
export function verify(db: Database, { readings, migrationsFolder }: VerifyOptions): VerifyReport {
  const derived = readings.flatMap(({ tables }) => tables)
  db.exec('begin')
  try {
    const chain = verifyChain(db)
    const unexplained = tablesOf(db).filter(table => !derived.includes(table) && !(table in NOT_DERIVED))
    if (chain.fault || chain.personalFault) return { ...chain, equal: [], differences: [], unexplained }
    return { ...chain, ...compareWithRebuild(db, derived, readings, migrationsFolder), unexplained }
  } finally {
    db.exec('rollback')
  }
}

function compareWithRebuild(
  db: Database,
  derived: string[],
  readings: readonly Projection[],
  migrationsFolder: string | undefined,
): Pick<VerifyReport, 'equal' | 'differences'> {
  const folder = mkdtempSync(join(tmpdir(), 'xunfa-verify-'))
  const rebuilt = openDatabase(join(folder, 'rebuilt.db'), {
    preGrowWal: false,
    ...(migrationsFolder !== undefined && { migrationsFolder }),
  })
  try {
    rebuilt.writer.pragma('synchronous = OFF')
    copyTable(db, rebuilt.writer, 'engine_resource')
    applyJournal(db, rebuilt.writer, readings)
    const compared = derived.map(table => ({ table, difference: compareTables(rebuilt.writer, db, table) }))
    return {
      equal: compared.filter(({ difference }) => !difference).map(({ table }) => table),
      differences: compared.flatMap(({ difference }) => difference ?? []),
    }
  } finally {
    rebuilt.close()
    rmSync(folder, { recursive: true })
  }
}

/** Diagrams and tables are content, not consequences; the rebuild reads them as the engine does. */
function copyTable(from: Database, to: Database, table: string): void {
  const columns = (from.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
  const insert = to.prepare(`insert into ${table} (${columns}) values (${columns.map(name => `@${name}`)})`)
  for (const row of from.prepare(`select * from ${table}`).iterate()) insert.run(row)
}

function tablesOf(db: Database): string[] {
  return db
    .prepare<[], string>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'`,
    )
    .pluck()
    .all()
}
