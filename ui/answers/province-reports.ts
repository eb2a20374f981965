import type { Named } from './envelope.ts'

export type ReportState = 'listed' | 'sent' | 'answered' | 'refused' | 'failed'

/** What the province is told of a matter about certificates. */
export interface ProvinceReport {
  reportId: string
  matterId: string
  processInstanceKey: string | null
  certNo: string | null
  state: ReportState
  attempts: number
  error: string | null
  sentAt: string | null
  answeredAt: string | null
  receiptNo: string | null
  note: string | null
  enteredBy: Named | null
  begunAt: string
}
