import type { Database } from 'better-sqlite3'
import type { OfficeDay } from '../deadlines/office-day.ts'
import type { Json } from '../engine/protocol/records.ts'
import { masterDefinitions } from './master-registers.ts'
import { columnName, type RegisterDefinition } from './register.ts'
import { tableOn } from './register-version-sql.ts'

/** The registers of what the office may and must do. */
export const CATALOGUE = [
  ...(['enforcement-items', 'empowerment-confirmations', 'duty-lists', 'liaisons'] as const),
  ...(['staff-register', 'training-hours', 'retirement-ages'] as const),
] as const
export type CatalogueRegister = (typeof CATALOGUE)[number]

/** What a register is searched by. */
export interface CatalogueQuery {
  /** Text in any of its columns, or in the names of the people and organisations it names. */
  q?: string | undefined
  /** An organisation it names. */
  org?: string | undefined
  /** Value of its choice column. */
  kind?: string | undefined
  /** The office day as of which it is read; without it, as it stands. */
  day?: OfficeDay | undefined
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
  'staff-register': { orgs: ['org'], kind: 'staffing' },
  'training-hours': { orgs: [], kind: 'kind' },
  'retirement-ages': { orgs: [], kind: 'category' },
}

/** Columns with the first day of a row; a register has one of them or none. */
const FIRST_DAYS = ['validFrom', 'signedOn', 'heldOn'] as const

/** Rows of a register, by id. */
export function openCatalogueList(
  db: Database,
): (register: CatalogueRegister, query: CatalogueQuery) => CatalogueRow[] {
  const prepare = (register: CatalogueRegister, table: string) =>
    db.prepare<object, Record<string, Json> & { id: string }>(listOf(register, table))
  const statements = new Map(
    CATALOGUE.map(register => [register, prepare(register, masterDefinitions[register].table)] as const),
  )
  return (register, { q, org, kind, day, limit, after }) => {
    const { json = [] }: RegisterDefinition = masterDefinitions[register]
    const given = { q: q?.toLowerCase() ?? null, org: org ?? null, kind: kind ?? null, after: after ?? '' }
    // A day that is over is asked for rarely, and each register then has a statement of its own.
    const statement = day === undefined ? statements.get(register)! : prepare(register, dayTableOf(register))
    return statement.all({ ...given, limit, ...(day !== undefined && { day }) }).map(({ id, ...row }) => {
      for (const column of json) row[column] = JSON.parse(String(row[column])) as Json
      return { id, row }
    })
  }
}

/** SQL for the table of a register as it was on @day. */
function dayTableOf(register: CatalogueRegister): string {
  const definition: RegisterDefinition = masterDefinitions[register]
  return tableOn(
    definition,
    FIRST_DAYS.find(column => definition.columns.includes(column)),
  )
}

function listOf(register: CatalogueRegister, table: string): string {
  const { key, columns }: RegisterDefinition = masterDefinitions[register]
  const { orgs, kind } = NAMED[register]
  const all = columns.map(column => `${columnName(column)} AS "${column}"`)
  const texts = [key, ...columns.map(columnName)].map(column => `coalesce(${column}, '')`)
  const person =
    columns.includes('personId') || key === 'person_id'
      ? ['OR person_id IN (SELECT person_id FROM person WHERE instr(lower(name), @q) > 0)']
      : []
  const named = orgs.map(
    column => `OR ${names(column, 'SELECT org_id FROM organisation WHERE instr(lower(name), @q) > 0')}`,
  )
  return `SELECT ${key} AS id, ${all} FROM ${table} WHERE ${key} > @after
    AND (@q IS NULL OR instr(lower(${texts.join(' || char(10) || ')}), @q) > 0 ${[...person, ...named].join(' ')})
    AND (@org IS NULL OR ${orgs.map(column => names(column, '@org')).join(' OR ') || 'FALSE'})
    AND (@kind IS NULL OR ${columnName(kind)} = @kind)
    ORDER BY ${key} LIMIT @limit`
}

/** SQL: whether a column names one of these organisations. */
function names(column: string, wanted: string): string {
  if (column !== 'streets') return `${columnName(column)} IN (${wanted})`
  return `EXISTS (SELECT 1 FROM json_each(streets) AS street WHERE street.value IN (${wanted}))`
}
