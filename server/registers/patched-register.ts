import { toColumn } from '../../db/key.ts'
import type { Projection } from '../../db/projection.ts'
import type { Json } from '../engine/protocol/records.ts'
import { columnName, type RegisterDefinition } from './register.ts'

/** A register whose rows grow: a record brings some columns, the others stay as they are. */
export interface PatchedDefinition extends RegisterDefinition {
  /** Columns that hold keys of the engine. */
  keys?: readonly string[]
  /** Set when the row begins, from the time of the entry. */
  begun: string
  /** Set from the time of the entry whose record says the outcome. */
  ended?: string
  /** What a procedure's end calls the column otherwise. */
  aliases?: Readonly<Record<string, string>>
}

/** Writes a register whose records each say a part of a row; the first one begins it. */
export function definePatchedRegister(definition: PatchedDefinition): Projection {
  const { name, table, key, begun, ended, aliases = {} } = definition
  return {
    name: `register ${name}`,
    tables: [table],
    open(db) {
      const begin = db.prepare(`INSERT OR IGNORE INTO ${table} (${key}, ${columnName(begun)}) VALUES (?, ?)`)
      const set = new Map(
        definition.columns.map(column => [
          column,
          db.prepare(`UPDATE ${table} SET ${columnName(column)} = ? WHERE ${key} = ?`),
        ]),
      )
      return ({ register = [], at }) => {
        for (const { register: named, id, value = {} } of register) {
          if (named !== name) continue
          begin.run(id, at)
          for (const [member, given] of Object.entries(value)) {
            const column = aliases[member] ?? member
            if (given !== undefined) set.get(column)?.run(cellOf(definition, column, given), id)
          }
          if (ended !== undefined && typeof value.outcome === 'string') set.get(ended)?.run(at, id)
        }
      }
    },
  }
}

function cellOf({ json = [], keys = [] }: PatchedDefinition, column: string, value: Json): string | number | null {
  if (value === null) return null
  if (json.includes(column)) return JSON.stringify(value)
  if (keys.includes(column)) return toColumn(String(value))
  return typeof value === 'boolean' ? Number(value) : (value as string | number)
}
