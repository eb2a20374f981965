import type { Database } from 'better-sqlite3'
import type { Json } from '../../engine/protocol/records.ts'
import { type BoundedPage, boundedPage, type Stream } from '../cases/bounded-list.ts'
import { registerWords, searchedWords } from '../cases/register-words.ts'
import { columnName } from '../register.ts'
import type { PatchedTable } from './patched-rows.ts'
import { type WhistleRegister, whistleTables } from './whistle-tables.ts'

/** A row of one of the three registers; a list or a number or a text for each column. */
export type WhistleRow = Readonly<Record<string, Json>>

/** What a list is asked for. */
export interface WhistleQuery {
  /** Bodies whose whistles may be shown, those that whistled and those that were called; all without. */
  orgs?: ReadonlySet<string> | undefined
  q?: string | undefined
  state?: string | undefined
  level?: string | undefined
  direction?: string | undefined
  /** Of evaluations: only the ones with a low score. */
  isLow?: boolean | undefined
  limit: number
  after?: string | undefined
}

/** What is asked of the registers; on the writer also inside a transaction. */
export interface Whistles {
  find(whistleId: string): WhistleRow | undefined
  branch(whistleId: string, org: string): WhistleRow | undefined
  branchesOf(whistleId: string): WhistleRow[]
  evaluationsOf(whistleId: string): WhistleRow[]
  evaluation(whistleId: string, org: string): WhistleRow | undefined
  ofCase(caseNo: string): WhistleRow[]
  /** The newest first; a page looks at a bounded number of rows. */
  list(query: WhistleQuery): BoundedPage<WhistleRow>
  evaluations(query: WhistleQuery): BoundedPage<WhistleRow>
}

/** Prepares the questions once. */
export function openWhistles(db: Database): Whistles {
  const whistle = openRows(db, 'whistles')
  const branch = openRows(db, 'whistle-branches')
  const evaluation = openRows(db, 'whistle-evaluations')
  const branchesOf = branch('whistle_id = ? ORDER BY branch_seq, branch_id')
  const evaluationsOf = evaluation('whistle_id = ? ORDER BY evaluation_id')
  const one = whistle('whistle_id = ?')
  const oneBranch = branch('branch_id = ?')
  const oneEvaluation = evaluation('evaluation_id = ?')
  const ofCase = whistle('linked_case = ? ORDER BY whistle_seq')
  return {
    find: whistleId => one(whistleId)[0],
    branch: (whistleId, org) => oneBranch(`${whistleId}/${org}`)[0],
    branchesOf,
    evaluationsOf,
    evaluation: (whistleId, org) => oneEvaluation(`${whistleId}/${org}`)[0],
    ofCase,
    list: openList(db, 'whistles', whistle('whistle_seq = ?'), isWantedWhistle),
    evaluations: openList(db, 'whistle-evaluations', evaluation('evaluation_seq = ?'), isWantedEvaluation),
  }
}

function isWantedWhistle(row: WhistleRow, { orgs, q, state, level, direction }: WhistleQuery): boolean {
  const called = Array.isArray(row.neededDepts) ? row.neededDepts.map(each => (each as { org?: Json }).org) : []
  const concerned = [row.orgCode, ...called].some(org => orgs === undefined || orgs.has(String(org)))
  const isAsked = [state ?? row.state, level ?? row.level, direction ?? row.direction]
  const holds = isAsked[0] === row.state && isAsked[1] === row.level && isAsked[2] === row.direction
  return concerned && holds && holdsText(row, q, ['whistleId', 'title', 'place', 'problem', 'docNo', 'linkedCase'])
}

function isWantedEvaluation(row: WhistleRow, { orgs, q, isLow }: WhistleQuery): boolean {
  const concerned = orgs === undefined || orgs.has(String(row.org)) || orgs.has(String(row.orgCode))
  return concerned && (isLow !== true || row.isLow === 1) && holdsText(row, q, ['whistleId', 'title'])
}

/** The words of a search are looked up one by one, so that what they have in common is asked of the row. */
function holdsText(row: WhistleRow, q: string | undefined, columns: readonly string[]): boolean {
  if (q === undefined || q.trim() === '') return true
  const words = registerWords(...columns.map(column => String(row[column] ?? '')))
  const text = columns.map(column => String(row[column] ?? '')).join(' ')
  const asked = searchedWords(q)
  return asked.length === 0 ? text.includes(q.trim()) : asked.every(word => words.has(word))
}

function openRows(db: Database, register: WhistleRegister) {
  const { table, key, order, columns, json = [] }: PatchedTable = whistleTables[register]
  const names = [key, order, ...columns.map(columnName)].map(name => `${name} AS "${propertyName(name)}"`)
  return (where: string) => {
    const rows = db.prepare<[string | number], Record<string, Json>>(`SELECT ${names} FROM ${table} WHERE ${where}`)
    return (value: string | number): WhistleRow[] =>
      rows.all(value).map(row => {
        for (const column of json) row[column] = JSON.parse(String(row[column] ?? '[]')) as Json
        return row
      })
  }
}

const propertyName = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

function openList(
  db: Database,
  register: 'whistles' | 'whistle-evaluations',
  rowsAt: (seq: number) => WhistleRow[],
  isWanted: (row: WhistleRow, query: WhistleQuery) => boolean,
): (query: WhistleQuery) => BoundedPage<WhistleRow> {
  const { table, order } = whistleTables[register]
  const all = db.prepare<[number, number], number>(
    `SELECT DISTINCT ${order} FROM ${table} WHERE ${order} < ? ORDER BY ${order} DESC LIMIT ?`,
  )
  const worded = db.prepare<[string, number, number], number>(
    `SELECT seq FROM whistle_word WHERE register = '${register}' AND word = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
  )
  const streamOf = (q: string | undefined): Stream => {
    const [word] = q === undefined ? [] : searchedWords(q)
    if (word === undefined) return (below, limit) => all.pluck().all(below, limit)
    return (below, limit) => worded.pluck().all(word, below, limit)
  }
  return query => {
    // One entry may bring several rows: what one body was given for a whistle lies beside what the others were.
    const found = boundedPage(
      streamOf(query.q),
      seq => {
        const rows = rowsAt(seq).filter(row => isWanted(row, query))
        return rows.length > 0 ? rows : undefined
      },
      query,
    )
    return { ...found, items: found.items.flat() }
  }
}
