import type { MatterCount } from './certificate-matters.ts'

/** Figures of `rep.certificates`: a reissue is told by itself, it changes nothing of how many are in service. */
export interface CertificateReport {
  issued: number
  cancelled: number
  reissued: number
  /** `{ enforcement: { issued, cancelled, reissued } }`. */
  byType: Record<string, { issued: number; cancelled: number; reissued: number }>
}

/** Adds up what came into effect; of one month (`2024-03`), or of all that begin with the text (`2024`). */
export function certificateReport(counts: readonly MatterCount[], period: string): CertificateReport {
  const report: CertificateReport = { issued: 0, cancelled: 0, reissued: 0, byType: {} }
  for (const { month, kind, certType, count } of counts) {
    const figure = FIGURES[kind]
    if (!figure || !month.startsWith(period)) continue
    report[figure] += count
    const ofType = report.byType[certType] ?? { issued: 0, cancelled: 0, reissued: 0 }
    ofType[figure] += count
    report.byType[certType] = ofType
  }
  return report
}

/** A renewal and a change of what stands on the card replace one certificate by another: neither issued nor cancelled. */
const FIGURES: Readonly<Record<string, 'issued' | 'cancelled' | 'reissued'>> = {
  ...{ new: 'issued', cancel: 'cancelled', reissue: 'reissued' },
}
