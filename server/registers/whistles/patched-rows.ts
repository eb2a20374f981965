import type { Database, Statement } from 'better-sqlite3'
import type { Json } from '../../engine/protocol/records.ts'
import { columnName } from '../register.ts'

/** A table whose rows grow: each record sets the columns it names and leaves the others. */
export interface PatchedTable {
  table: string
  /** Column of the id of its records. */
  key: string
  /** Column of the number of the entry that brought the row. */
  order: string
  columns: readonly string[]
  json?: readonly string[]
}

/** Sets what a record names of one row, which it brings if it is new; what no column is for is left out. */
export function openPatching(
  db: Database,
  { table, key, order, columns, json = [] }: PatchedTable,
): (id: string, seq: number, value: Readonly<Record<string, Json>>) => void {
  const prepared = new Map<string, Statement>()
  return (id, seq, value) => {
    const named = columns.filter(column => Object.hasOwn(value, column))
    const set = named.map(columnName)
    const mark = set.join()
    const put =
      prepared.get(mark) ??
      db.prepare(
        `INSERT INTO ${table} (${[key, order, ...set]}) VALUES (?, ?${', ?'.repeat(set.length)})
         ON CONFLICT (${key}) DO ${set.length === 0 ? 'NOTHING' : `UPDATE SET ${set.map(each => `${each} = excluded.${each}`)}`}`,
      )
    prepared.set(mark, put)
    put.run(id, seq, ...named.map(column => cellOf(value[column], json.includes(column))))
  }
}

function cellOf(value: Json | undefined, isJson: boolean): string | number | null {
  if (value === null || value === undefined) return null
  if (isJson || typeof value === 'object') return JSON.stringify(value)
  return typeof value === 'boolean' ? Number(value) : value
}
