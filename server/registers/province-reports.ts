import type { Database } from 'better-sqlite3'
import type { Json } from '../engine/protocol/records.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { definePatchedRegister } from './patched-register.ts'
import { columnName } from './register.ts'

const REGISTER = 'province-reports'

/**
 * How far a report is: on the list of who carries it over by hand; sent, but not answered; taken, or refused, by the
 * province; not got through, to be tried again.
 */
export const REPORT_STATES = ['listed', 'sent', 'answered', 'refused', 'failed'] as const
export type ReportState = (typeof REPORT_STATES)[number]

const COLUMNS = [
  ...(['matterId', 'certNo', 'state', 'attempts', 'error', 'sentAt', 'answeredAt', 'receiptNo', 'note'] as const),
  'enteredBy',
] as const

/** What the province's platform is told of a matter. */
export interface ProvinceReport {
  reportId: string
  matterId: string
  certNo: string | null
  state: ReportState
  attempts: number
  /** What went wrong the last time. */
  error: string | null
  /** ISO instants. */
  sentAt: string | null
  answeredAt: string | null
  receiptNo: string | null
  note: string | null
  /** Person who entered the answer by hand. */
  enteredBy: string | null
  /** UTC ms. */
  begunAt: number
}

/** Reports to the province's platform: each attempt and each answer changes the row. */
export const provinceReports = definePatchedRegister({
  ...{ name: REGISTER, table: 'province_report', key: 'report_id', columns: COLUMNS, begun: 'begunAt' },
})

/** A part of what is kept of a report; the rest stays. */
export function provinceReportRecord(reportId: string, value: Record<string, Json>): RegisterRecord {
  return { register: REGISTER, op: 'put', id: reportId, value }
}

export interface ReportQuery {
  state?: ReportState | undefined
  /** Number of a certificate or of a matter. */
  q?: string | undefined
  limit: number
  /** Id of the last of the page before. */
  after?: string | undefined
}

export interface ProvinceReports {
  find(reportId: string): ProvinceReport | undefined
  /** The newest first. */
  list(query: ReportQuery): ProvinceReport[]
}

const SELECT = `SELECT report_id AS reportId, begun_at AS begunAt, ${COLUMNS.map(column => `${columnName(column)} AS ${column}`)}
  FROM province_report`

/** Prepares the questions once. */
export function openProvinceReports(db: Database): ProvinceReports {
  const one = db.prepare<[string], ProvinceReport>(`${SELECT} WHERE report_id = ?`)
  const list = db.prepare<object, ProvinceReport>(
    `${SELECT} WHERE (@state IS NULL OR state = @state)
       AND (@q IS NULL OR instr(coalesce(cert_no, '') || ' ' || coalesce(matter_id, ''), @q) > 0)
       AND (@after IS NULL OR (begun_at, report_id) < (SELECT begun_at, report_id FROM province_report WHERE report_id = @after))
     ORDER BY begun_at DESC, report_id DESC LIMIT @limit`,
  )
  return {
    find: reportId => one.get(reportId),
    list: ({ state, q, limit, after }) => list.all({ state: state ?? null, q: q ?? null, limit, after: after ?? null }),
  }
}
