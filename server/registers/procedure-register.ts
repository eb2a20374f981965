import type { Database } from 'better-sqlite3'
import type { Projection } from '../../db/projection.ts'
import type { Instant, Json, Key, Segment } from '../engine/protocol/records.ts'
import type { Entry, RegisterRecord } from '../journal/act.ts'
import { type BoundedPage, boundedPage } from './cases/bounded-list.ts'
import { columnName } from './register.ts'

/** A register whose rows one procedure writes while it runs, a little more at each step. */
export interface ProcedureRegister {
  name: string
  table: string
  /** Id of the process that writes it: an instance that is cancelled leaves no row open. */
  process: string
  columns: readonly string[]
  /** Columns that hold lists and objects, as JSON. */
  json: readonly string[]
}

/** What every such row has. */
export interface ProcedureRow {
  rowId: string
  openedSeq: number
  processInstanceKey: Key
  caseNo: string | null
  openedAt: Instant
  changedAt: Instant
  endedAt: Instant | null
  /** How the procedure ended; nothing while it runs. */
  outcome: string | null
  outcomeReason: string | null
}

const COMMON = [
  ...['rowId', 'openedSeq', 'processInstanceKey', 'caseNo', 'openedAt', 'changedAt', 'endedAt', 'outcome'],
  'outcomeReason',
]

/**
 * The readings of such a register: a record adds what it holds to the row of its id; what it does not hold stays. With an
 * `outcome` the row is ended.
 */
export function defineProcedureRegister(register: ProcedureRegister): Projection {
  return {
    name: `register ${register.name}`,
    tables: [register.table],
    open(db) {
      const put = openPut(db, register)
      const cancel = db.prepare(
        `UPDATE ${register.table} SET outcome = 'canceled', ended_at = ?, changed_at = ?
         WHERE process_instance_key = ? AND ended_at IS NULL`,
      )
      return entry => {
        for (const record of entry.register ?? []) if (record.register === register.name) put(record, entry)
        for (const segment of entry.segments ?? [])
          if (segment.bpmnProcessId === register.process && isCancelled(segment))
            cancel.run(entry.at, entry.at, segment.processInstanceKey)
      }
    },
  }
}

function openPut(db: Database, { table, columns, json }: ProcedureRegister) {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO ${table} (row_id, opened_seq, process_instance_key, case_no, opened_at, changed_at,
       ${columns.map(columnName)}) VALUES (?, ?, ?, ?, ?, ?, ${columns.map(() => '?')})`,
  )
  const change = db.prepare(
    `UPDATE ${table} SET changed_at = ?, ${columns.map(name => `${columnName(name)} = iif(?, ?, ${columnName(name)})`)}
     WHERE row_id = ?`,
  )
  const end = db.prepare(
    `UPDATE ${table} SET ended_at = ?, outcome = ?, outcome_reason = ? WHERE row_id = ? AND ended_at IS NULL`,
  )
  const cell = (name: string, value: Json | undefined) => {
    if (value === undefined || value === null) return null
    return json.includes(name) ? JSON.stringify(value) : typeof value === 'boolean' ? Number(value) : String(value)
  }
  return ({ id, value = {} }: RegisterRecord, { seq, at, caseNo }: Entry) => {
    const cells = columns.map(name => cell(name, value[name]))
    const { changes } = insert.run(id, seq, String(value.processInstanceKey), caseNo ?? null, at, at, ...cells)
    const asked = columns.flatMap((name, index) => [Object.hasOwn(value, name) ? 1 : 0, cells[index]!])
    if (changes === 0) change.run(at, ...asked, id)
    const { outcome, reason = null } = value
    if (typeof outcome === 'string') end.run(at, outcome, reason, id)
  }
}

function isCancelled({ records, processInstanceKey }: Segment): boolean {
  return records.some(
    ({ valueType, intent, key }) =>
      valueType === 'PROCESS_INSTANCE' && intent === 'ELEMENT_TERMINATED' && key === processInstanceKey,
  )
}

/** What is asked of such a register; on the writer also inside a transaction. */
export interface ProcedureRows<Row extends ProcedureRow> {
  find(rowId: string): Row | undefined
  ofCase(caseNo: string): Row[]
  /** The newest first, of a bounded number of rows those that are wanted. */
  list(query: { limit: number; after?: string | undefined }, isWanted: (row: Row) => boolean): BoundedPage<Row>
}

/** Prepares the questions once. */
export function openProcedureRows<Row extends ProcedureRow>(
  db: Database,
  { table, columns, json }: ProcedureRegister,
): ProcedureRows<Row> {
  const names = [...COMMON, ...columns].map(name => `${columnName(name)} AS "${name}"`)
  const one = db.prepare<[string], Record<string, Json>>(`SELECT ${names} FROM ${table} WHERE row_id = ?`)
  const bySeq = db.prepare<[number], Record<string, Json>>(`SELECT ${names} FROM ${table} WHERE opened_seq = ?`)
  const ofCase = db.prepare<[string], Record<string, Json>>(
    `SELECT ${names} FROM ${table} WHERE case_no = ? ORDER BY opened_seq`,
  )
  const numbers = db
    .prepare<[number, number], number>(
      `SELECT opened_seq FROM ${table} WHERE opened_seq < ? ORDER BY opened_seq DESC LIMIT ?`,
    )
    .pluck()
  const rowOf = (found: Record<string, Json>): Row => {
    const read = json.map(name => [name, typeof found[name] === 'string' ? (JSON.parse(found[name]) as Json) : null])
    return { ...found, ...Object.fromEntries(read) } as unknown as Row
  }
  return {
    find(rowId) {
      const found = one.get(rowId)
      return found && rowOf(found)
    },
    ofCase: caseNo => ofCase.all(caseNo).map(rowOf),
    list(query, isWanted) {
      const find = (seq: number) => {
        const row = rowOf(bySeq.get(seq)!)
        return isWanted(row) ? row : undefined
      }
      return boundedPage((below, limit) => numbers.all(below, limit), find, query)
    },
  }
}
