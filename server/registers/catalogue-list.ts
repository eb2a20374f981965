import type { Database } from 'better-sqlite3'
import type { Json } from '../engine/protocol/records.ts'
import { masterDefinitions } from './master-registers.ts'
import { columnName, type RegisterDefinition } from './register.ts'

/** The registers of what the office may and must do. */
export const CATALOGUE = ['enforcement-items', 'empowerment-confirmations', 'duty-lists', 'liaisons'] as const
export type CatalogueRegister = (typeof CATALOGUE)[number]

/** What a register is searched by. */
export interface CatalogueQuery {
  /** Text in any of its columns, or in the names of the people and organisations it names. */
  q?: string | undefined
  /** An organisation it names. */
  org?: string | undefined
  /** Value of its choice column. */
  kind?: string | undefined
  limit: number
  /** Id of the last row of the page before. */
  after?: string | undefined
}

export interface CatalogueRow {
  id: string
  row: Record<string, Json>
}

/** Which columns name organisations, and which says of what kind a row is. */
const NAMED: Readonly<Record<CatalogueRegister, { orgs: readonly string[]; kind: string }>> = {
  'enforcement-items': { orgs: ['streets', 'department'], kind: 'actType' },
  'empowerment-confirmations': { orgs: ['street', 'department'], kind: 'docNo' },
  'duty-lists': { orgs: ['street', 'department'], kind: 'listType' },
  liaisons: { orgs: ['department'], kind: 'standing' },
}

/** Rows of a register, by id. */
export function openCatalogueList(
  db: Database,
): (register: CatalogueRegister, query: CatalogueQuery) => CatalogueRow[] {
  const statements = new Map(
    CATALOGUE.map(register => {
      const statement = db.prepare<object, Record<string, Json> & { id: string }>(listOf(register))
      return [register, statement] as const
    }),
  )
  return (register, { q, org, kind, limit, after }) => {
    const { json = [] }: RegisterDefinition = masterDefinitions[register]
    const given = { q: q?.toLowerCase() ?? null, org: org ?? null, kind: kind ?? null, after: after ?? '' }
    return statements
      .get(register)!
      .all({ ...given, limit })
      .map(({ id, ...row }) => {
        for (const column of json) row[column] = JSON.parse(String(row[column])) as Json
        return { id, row }
      })
  }
}

function listOf(register: CatalogueRegister): string {
  const { table, key, columns }: RegisterDefinition = masterDefinitions[register]
  const { orgs, kind } = NAMED[register]
  const all = columns.map(column => `${columnName(column)} AS "${column}"`)
  const texts = [key, ...columns.map(columnName)].map(column => `coalesce(${column}, '')`)
  const person = columns.includes('personId')
    ? ['OR person_id IN (SELECT person_id FROM person WHERE instr(lower(name), @q) > 0)']
    : []
  const named = orgs.map(
    column => `OR ${names(column, 'SELECT org_id FROM organisation WHERE instr(lower(name), @q) > 0')}`,
  )
  return `SELECT ${key} AS id, ${all} FROM ${table} WHERE ${key} > @after
    AND (@q IS NULL OR instr(lower(${texts.join(' || char(10) || ')}), @q) > 0 ${[...person, ...named].join(' ')})
    AND (@org IS NULL OR ${orgs.map(column => names(column, '@org')).join(' OR ')})
    AND (@kind IS NULL OR ${columnName(kind)} = @kind)
    ORDER BY ${key} LIMIT @limit`
}

/** SQL: whether a column names one of these organisations. */
function names(column: string, wanted: string): string {
  if (column !== 'streets') return `${columnName(column)} IN (${wanted})`
  return `EXISTS (SELECT 1 FROM json_each(streets) AS street WHERE street.value IN (${wanted}))`
}
