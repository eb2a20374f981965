import { matterRecord } from '../../registers/certificate-matters.ts'
import { provinceReportRecord } from '../../registers/province-reports.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'
import { attemptReport } from './province-attempt.ts'

/**
 * Tells the province's platform of a matter (input `bizKey`). It is put on the list first; where an address is set it is
 * handed in as well, each attempt is recorded, and one that does not get through is made again. Nothing depends on it: what
 * is in effect stays so. Without an address somebody carries the list over and enters the answer.
 */
export const syncProvince: Worker = {
  type: 'sync-province',
  timeout: 30_000,
  async handle(job, { act, clock, registers, province }) {
    const matterId = textInput(job, 'bizKey')
    const matter = registers.matters.find(matterId)
    const reportId = job.jobKey
    if (!registers.provinceReports.find(reportId))
      await act(job, {
        verb: 'certificate.report',
        payload: {},
        subject: { bizKey: matterId },
        register: [
          matterRecord(matterId, { reportedAt: new Date(clock.now()).toISOString() }),
          provinceReportRecord(reportId, {
            ...{ matterId, certNo: matter?.certNo ?? null, state: 'listed', attempts: 0 },
          }),
        ],
      })
    const report = registers.provinceReports.find(reportId)
    // Answered by an earlier attempt, or entered by hand meanwhile.
    const isOpen = report?.state === 'listed' || report?.state === 'failed'
    if (!report || !isOpen || !province.isOpen || !matter) return undefined
    const { error, ...deed } = await attemptReport(province, report, matter, clock.now())
    await act(job, { ...deed, subject: { bizKey: matterId } })
    if (error) throw error
    return undefined
  },
}
