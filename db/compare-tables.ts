import type { Database } from 'better-sqlite3'
import type { Json } from '../server/engine/protocol/records.ts'
import { canonicalize } from '../server/journal/canonical.ts'

export type Row = Record<string, unknown>

/** The first row in which a table is not what the journal says. */
export interface TableDifference {
  table: string
  /** Primary key of the row, as `column=value`. */
  key: string
  /** What the rebuild made; absent when it made no such row. */
  expected?: Row
  /** What the table holds; absent when the row is missing. */
  found?: Row
}

/** Reads both tables row by row in the order of their key and stops at the first difference. */
export function compareTables(rebuilt: Database, present: Database, table: string): TableDifference | undefined {
  const key = keyOf(present, table)
  const sql = `select * from ${table} order by ${key.join(', ')}`
  const expectedRows = rebuilt.prepare<[], Row>(sql).iterate()
  const foundRows = present.prepare<[], Row>(sql).iterate()
  try {
    for (;;) {
      const expected = nextOf(expectedRows)
      const found = nextOf(foundRows)
      if (!expected && !found) return undefined
      if (expected && found && sameRow(expected, found, Object.keys({ ...expected, ...found }))) continue
      return differenceOf(table, key, expected, found)
    }
  } finally {
    expectedRows.return?.()
    foundRows.return?.()
  }
}

function nextOf(rows: IterableIterator<Row>): Row | undefined {
  const next = rows.next()
  return next.done ? undefined : next.value
}

/** Rows of different keys: the one that comes first in order has no partner; which one that is, the reader sees. */
function differenceOf(table: string, key: string[], expected?: Row, found?: Row): TableDifference {
  const keyText = (row: Row) => key.map(column => `${column}=${String(row[column])}`).join(' ')
  const shown = { ...(expected && { expected }), ...(found && { found }) }
  if (!expected || !found) return { table, key: keyText((expected ?? found)!), ...shown }
  const sameKey = sameRow(expected, found, key)
  return { table, key: sameKey ? keyText(expected) : `${keyText(expected)} / ${keyText(found)}`, ...shown }
}

function sameRow(a: Row, b: Row, columns: string[]): boolean {
  return columns.every(column => sameCell(a[column], b[column]))
}

function sameCell(left: unknown, right: unknown): boolean {
  if (Buffer.isBuffer(left) && Buffer.isBuffer(right)) return left.equals(right)
  return left === right || sameJson(left, right)
}

/** Members of a JSON object have no order: the book writes them sorted, the engine as they came. */
function sameJson(left: unknown, right: unknown): boolean {
  if (typeof left !== 'string' || typeof right !== 'string' || left.length !== right.length) return false
  if (!/^[[{]/.test(left) || !/^[[{]/.test(right)) return false
  try {
    return canonicalize(JSON.parse(left) as Json) === canonicalize(JSON.parse(right) as Json)
  } catch {
    return false
  }
}

function keyOf(db: Database, table: string): string[] {
  const columns = db.pragma(`table_info(${table})`) as { name: string; pk: number }[]
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  return key.length > 0 ? key.map(({ name }) => name) : ['rowid']
}
