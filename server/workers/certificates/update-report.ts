import { certificateReport } from '../../registers/certificate-report.ts'
import { batchRecord } from '../../registers/cleanup-batches.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'

/** Keeps the figures of the month with the batch as they stand now (`rep.certificates`; input `batchId`). */
export const updateReport: Worker = {
  type: 'update-report',
  timeout: 30_000,
  async handle(job, { act, registers }) {
    const batchId = textInput(job, 'batchId')
    const { issued, cancelled, reissued, byType } = certificateReport(registers.matters.counts(), batchId)
    const report = { issued, cancelled, reissued, byType: { ...byType } }
    await act(job, {
      verb: 'cleanup.report',
      payload: { batch: batchId, ...report },
      subject: { bizKey: batchId },
      register: [batchRecord(batchId, { report })],
    })
    return report
  },
}
