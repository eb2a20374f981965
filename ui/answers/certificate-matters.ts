import type { Named } from './envelope.ts'
import type { CertificateKind, CertificateState } from './registers.ts'

/** An application for a certificate, or a disposal of one. */
export interface CertificateMatter {
  matterId: string
  processInstanceKey: string | null
  kind: string | null
  certType: string | null
  certNo: string | null
  oldCertNo: string | null
  holder: Named | null
  org: Named | null
  reasonCode: string | null
  batchId: string | null
  docNo: string | null
  effectiveAt: string | null
  collected: string | null
  suspendUntil: string | null
  retrain: boolean
  outcomeReason: string | null
  reportedAt: string | null
  outcome: string | null
  begunAt: string
  endedAt: string | null
}

/** An officer with his papers. */
export interface Officer {
  personId: string
  name: string
  offices: { role: string; org: string }[]
  staffing: string | null
  qualification: string | null
  hours: number
  certificates: { number: string; kind: CertificateKind; state: CertificateState }[]
}

/** Something the office made known. */
export interface PublicNotice {
  noticeId: string
  kind: string
  title: string
  text: string
  org: Named | null
  refId: string
  publishedAt: string
}

interface Figures {
  issued: number
  cancelled: number
  reissued: number
}

/** How many certificates were issued, cancelled and reissued in a month. */
export interface CertificateFigures extends Figures {
  byType: Record<string, Figures>
}

export interface CertificateReport {
  year: string
  months: (CertificateFigures & { month: string })[]
  total: CertificateFigures
  inService: { all: number; streets: number }
}
