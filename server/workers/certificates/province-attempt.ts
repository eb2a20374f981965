import type { Json } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import type { CertificateMatter } from '../../registers/certificate-matters.ts'
import { type ProvinceReport, provinceReportRecord } from '../../registers/province-reports.ts'
import type { ProvinceLine } from './province-line.ts'

/** What came of handing a report in once: the record of it, and the error that calls for another attempt. */
export interface Attempt {
  verb: 'certificate.report-sent' | 'certificate.report-failed'
  payload: Record<string, Json>
  register: RegisterRecord[]
  error?: Error
}

/** Hands a report in once and says what is to be recorded of it; it does not throw. */
export async function attemptReport(
  line: ProvinceLine,
  { reportId, attempts }: Pick<ProvinceReport, 'reportId' | 'attempts'>,
  matter: CertificateMatter,
  now: number,
): Promise<Attempt> {
  const at = new Date(now).toISOString()
  const tried = { attempts: attempts + 1, sentAt: at }
  const payload = { certificate: matter.certNo ?? '', attempt: attempts + 1 }
  try {
    const answer = await line.send(reportId, contentOf(matter))
    const answered = answer.state === 'sent' ? {} : { answeredAt: at }
    const { state, ...said } = answer
    return {
      ...{ verb: 'certificate.report-sent', payload: { ...payload, state } },
      register: [provinceReportRecord(reportId, { ...tried, state, error: null, ...said, ...answered })],
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return {
      ...{ verb: 'certificate.report-failed', payload: { ...payload, error: text } },
      register: [provinceReportRecord(reportId, { ...tried, state: 'failed', error: text })],
      error: new Error(text),
    }
  }
}

/** What the province is told: what was done, to which certificate, why, since when; nobody's name. */
function contentOf({ matterId, kind, certType, certNo, reasonCode, docNo, effectiveAt, org }: CertificateMatter) {
  return { matterId, kind, certType, certNo, reasonCode, docNo, effectiveAt, org }
}
