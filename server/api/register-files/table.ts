import type { Change } from '../acts/change-registers.ts'
import { Complaints } from '../acts/register-checks.ts'
import type { DayAsked } from '../as-of-day.ts'
import type { House } from '../house.ts'
import type { Params } from '../language.ts'
import { fieldWord } from '../register-words.ts'
import { type CsvRow, parseCsv, UnclosedQuote } from './csv.ts'

/** What is wrong with a file, and where; without a column it is the row, or the file. */
export interface CellError {
  row: number
  column: string | null
  id: string
  params: Params
}

/** A register as a table that is written to a file. */
export interface WrittenTable {
  /** The register it is of; its fields may have words of their own. */
  register: string
  /** Fields in the order of the columns; each is headed by its word. */
  columns: readonly string[]
  /** The rows as of a day. */
  write(house: House, asked: DayAsked): Iterable<(string | null)[]>
  /** Columns that only a file of a day that is over has: it is read by people, not imported. */
  pastColumns?: readonly string[]
}

/** A register as a table that is written to a file and read from it. */
export interface Table extends WrittenTable {
  /** May be empty. */
  optional: readonly string[]
  /** What a row is known by, to find one that comes twice. */
  keyOf(cells: Record<string, string>): string
  /** The changes a row asks for; complaints are made at the field's name. `rows` are the good rows above it. */
  read(house: House, cells: Record<string, string>, complaints: Complaints, rows: readonly Change[]): Change[]
}

/** The word above a column, in Chinese: files are the office's. */
export const headingOf = ({ register }: Pick<WrittenTable, 'register'>, field: string): string =>
  fieldWord(register, field, 'zh')

/** Reads a file: the changes it asks for, or everything that is wrong with it. Nothing is carried out. */
export function readTable(house: House, table: Table, text: string) {
  const errors: CellError[] = []
  const changes: Change[] = []
  const rows = rowsIn(text, errors)
  const columns = rows[0] ? columnsOf(table, rows[0], errors) : []
  if (errors.length > 0) return { rows: Math.max(0, rows.length - 1), changes, errors }
  const seen = new Map<string, number>()
  for (const row of rows.slice(1)) readRow(house, table, { row, columns, seen, errors, changes })
  return { rows: rows.length - 1, changes, errors }
}

function rowsIn(text: string, errors: CellError[]): CsvRow[] {
  const wrong = (row: number, id: string, params: Params = {}) => errors.push({ row, column: null, id, params })
  if (text.includes('\ufffd')) wrong(1, 'csv.not-utf8')
  try {
    const rows = parseCsv(text)
    if (rows.length === 0) wrong(1, 'register.empty')
    return rows
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error
    wrong(error.row, 'csv.quote')
    return []
  }
}

/** Which field each column holds. */
function columnsOf(table: Table, head: CsvRow, errors: CellError[]): string[] {
  const { columns } = table
  const fields = head.cells.map(heading => columns.find(field => heading === headingOf(table, field)) ?? '')
  for (const [index, field] of fields.entries())
    if (field === '')
      errors.push({ row: 1, column: null, id: 'csv.unknown-column', params: { found: head.cells[index] } })
  const missing = columns.filter(field => !fields.includes(field)).map(field => headingOf(table, field))
  if (missing.length > 0) errors.push({ row: 1, column: null, id: 'csv.columns', params: { missing } })
  return fields
}

interface Reading {
  row: CsvRow
  columns: readonly string[]
  seen: Map<string, number>
  errors: CellError[]
  changes: Change[]
}

function readRow(house: House, table: Table, { row, columns, seen, errors, changes }: Reading): void {
  const wrong = (column: string | null, id: string, params: Params) =>
    errors.push({ row: row.row, column: column === null ? null : headingOf(table, column), id, params })
  const { length } = row.cells
  if (length !== columns.length) return void wrong(null, 'csv.cells', { found: length, expected: columns.length })
  const cells = Object.fromEntries(columns.map((field, index) => [field, row.cells[index] ?? '']))
  const key = table.keyOf(cells)
  const before = seen.get(key)
  if (before !== undefined) return void wrong(null, 'csv.twice', { row: before })
  seen.set(key, row.row)
  const complaints = new Complaints()
  for (const field of table.columns)
    if (cells[field] === '' && !table.optional.includes(field)) complaints.add(field, 'register.empty')
  if (complaints.found.length === 0) changes.push(...table.read(house, cells, complaints, changes))
  for (const { path, id, params } of complaints.found) wrong(path.slice(1), id, params)
}
