import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { Json } from '../engine/index.ts'
import type { RegisterRecord } from '../journal/act.ts'

type Row = Record<string, Json>

/** What it takes to write one register: its table, and how a record's id and value become the columns of a row. */
export interface RegisterDefinition {
  name: string
  table: string
  key: string
  columns: readonly string[]
  /** Columns that hold lists, as JSON. */
  json?: readonly string[]
}

/** A register whose rows are its records: the latest `put` of an id holds, a `delete` takes the row away. */
export function defineRegister({ name, table, key, columns, json = [] }: RegisterDefinition): Projection {
  const cell = (row: Row, column: string) => (json.includes(column) ? JSON.stringify(row[column]) : row[column])
  return {
    name: `register ${name}`,
    tables: [table],
    open(db: Database) {
      const names = [key, ...columns.map(columnName)]
      const put = db.prepare(`INSERT OR REPLACE INTO ${table} (${names}) VALUES (${names.map(() => '?')})`)
      const drop = db.prepare(`DELETE FROM ${table} WHERE ${key} = ?`)
      const write = ({ op, id, value }: RegisterRecord) =>
        op === 'delete' ? drop.run(id) : put.run(id, ...columns.map(column => cell(value as Row, column) ?? null))
      return ({ register = [] }) => {
        for (const record of register) if (record.register === name) write(record)
      }
    },
  }
}

/** What is written of one id now, as its latest record had it; on the writer also inside a transaction. */
export function openRow(
  { table, key, columns, json = [] }: RegisterDefinition,
  db: Database,
): (id: string) => Row | undefined {
  const names = columns.map(column => `${columnName(column)} AS "${column}"`)
  const row = db.prepare<[string], Row>(`SELECT ${names} FROM ${table} WHERE ${key} = ?`)
  return id => {
    const found = row.get(id)
    for (const column of found ? json : []) found![column] = JSON.parse(String(found![column])) as Json
    return found
  }
}

/** `validFrom` in a record is `valid_from` in its table. */
export function columnName(property: string): string {
  return property.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
