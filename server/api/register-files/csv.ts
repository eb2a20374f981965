import { setImmediate } from 'node:timers/promises'

/** A row of a file with the number people see beside it; the header is row 1. */
export interface CsvRow {
  row: number
  cells: string[]
}

/** A quote that is opened and never closed; `row` is where it begins. */
export class UnclosedQuote extends Error {
  override readonly name = 'UnclosedQuote'
  constructor(readonly row: number) {
    super(`The quote opened in row ${row} is not closed`)
  }
}

const BOM = '\ufeff'
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Reads comma-separated values (RFC 4180), with or without BOM and with any line ending; empty lines are left out.
 * Cells are trimmed. @throws UnclosedQuote
 */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = []
  const body = text.startsWith(BOM) ? text.slice(1) : text
  const token = /"((?:[^"]|"")*)"|([^",\r\n]+)|(,)|(\r\n|\n|\r)|(")/g
  let cells = ['']
  let line = 1
  let start = 1
  const end = () => {
    if (cells.some(cell => cell.trim() !== '')) rows.push({ row: start, cells: cells.map(plain) })
    cells = ['']
    start = line
  }
  for (const [, quoted, bare, comma, newline, stray] of body.matchAll(token)) {
    if (stray !== undefined) throw new UnclosedQuote(start)
    line += (quoted ?? newline ?? '').match(/\r\n|\n|\r/g)?.length ?? 0
    if (comma !== undefined) cells.push('')
    else if (newline !== undefined) end()
    else cells[cells.length - 1] += quoted?.replaceAll('""', '"') ?? bare ?? ''
  }
  end()
  return rows
}

/** Rows that are written before others have their turn. */
const AT_A_TIME = 500

/** The same of many rows, without holding everybody up while they are read. */
export async function writeLongCsv(rows: Iterable<readonly (string | null)[]>): Promise<string> {
  const lines: string[] = []
  for (const cells of rows) {
    lines.push(lineOf(cells))
    if (lines.length % AT_A_TIME === 0) await setImmediate()
  }
  return BOM + lines.join('')
}

const lineOf = (cells: readonly (string | null)[]): string => `${cells.map(cell => written(cell ?? '')).join(',')}\r\n`

/** Writes rows so that a spreadsheet reads them as UTF-8 and takes none of them for a formula. */
export function writeCsv(rows: readonly (readonly (string | null)[])[]): string {
  return BOM + rows.map(lineOf).join('')
}

function written(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Undoes what keeps a spreadsheet from taking a cell for a formula. */
function plain(cell: string): string {
  const trimmed = cell.trim()
  return trimmed.startsWith("'") && FORMULA.test(trimmed.slice(1)) ? trimmed.slice(1) : trimmed
}
