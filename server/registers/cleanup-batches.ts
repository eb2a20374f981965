import type { Database } from 'better-sqlite3'
import { toKey } from '../../db/key.ts'
import type { Json, Key } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { definePatchedRegister } from './patched-register.ts'
import { columnName } from './register.ts'

const REGISTER = 'cleanup-batches'
const COLUMNS = [
  ...(['processInstanceKey', 'units', 'missing', 'approved', 'docNo', 'report', 'outcome', 'endedAt'] as const),
] as const
const LISTS = ['units', 'missing', 'approved', 'report'] as const

/** A certificate that a batch cancels, and why. */
export interface ApprovedCancellation {
  certNo: string
  reasonCode: string
  /** Office date on which the reason arose. */
  occurredAt: string
}

/** A month's clean-up of certificates. */
export interface CleanupBatch {
  /** `2026-09`. */
  batchId: string
  processInstanceKey: Key | null
  /** Bodies that did not report in time. */
  missing: string[]
  approved: ApprovedCancellation[]
  docNo: string | null
  outcome: string | null
  begunAt: number
  endedAt: number | null
}

/** The months' looks through all certificates: one each, however often they are started. */
export const cleanupBatches = definePatchedRegister({
  ...{ name: REGISTER, table: 'cleanup_batch', key: 'batch_id', columns: COLUMNS, json: LISTS },
  ...{ keys: ['processInstanceKey'], begun: 'begunAt', ended: 'endedAt' },
})

/** A part of what is kept of a batch; the rest stays. */
export function batchRecord(batchId: string, value: Record<string, Json>): RegisterRecord {
  return { register: REGISTER, op: 'put', id: batchId, value }
}

export interface CleanupBatches {
  find(batchId: string): CleanupBatch | undefined
  /** The newest first. */
  list(limit: number): CleanupBatch[]
}

type Row = Record<string, string | number | null>

/** Prepares the questions once. */
export function openCleanupBatches(db: Database): CleanupBatches {
  const select = `SELECT batch_id AS batchId, begun_at AS begunAt, ${COLUMNS.map(column => `${columnName(column)} AS ${column}`)} FROM cleanup_batch`
  const one = db.prepare<[string], Row>(`${select} WHERE batch_id = ?`)
  const list = db.prepare<[number], Row>(`${select} ORDER BY batch_id DESC LIMIT ?`)
  return {
    find(batchId) {
      const row = one.get(batchId)
      return row && batchOf(row)
    },
    list: limit => list.all(limit).map(batchOf),
  }
}

function batchOf(row: Row): CleanupBatch {
  const listOf = (value: string | number | null | undefined) => (value == null ? [] : JSON.parse(String(value)))
  const { processInstanceKey: key = null, docNo, outcome } = row
  return {
    batchId: String(row.batchId),
    processInstanceKey: key === null ? null : toKey(Number(key)),
    missing: listOf(row.missing) as string[],
    approved: listOf(row.approved) as ApprovedCancellation[],
    docNo: docNo == null ? null : String(docNo),
    outcome: outcome == null ? null : String(outcome),
    begunAt: Number(row.begunAt),
    endedAt: row.endedAt == null ? null : Number(row.endedAt),
  }
}
