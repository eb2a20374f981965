import type { ActivatedJob, Json } from '../../engine/index.ts'
import { type ApprovedCancellation, batchRecord } from '../../registers/cleanup-batches.ts'
import { textInput } from '../job-inputs.ts'
import { documentOf } from '../make-document.ts'
import type { Worker } from '../worker.ts'
import { findByNumber, optionalText } from './certificate-inputs.ts'

/**
 * Begins a revocation for each certificate that the approved batch names (inputs `batchId`, `docNo`, `confirmed`), once
 * however often it is asked; it does not wait for cards. What was approved is written down first: a revocation believes that
 * register and no message. The summary that goes to the city and the province (D47) is made of it.
 */
export const startBatchRevocations: Worker = {
  type: 'start-batch-revocations',
  timeout: 120_000,
  async handle(job, tools) {
    const batchId = textInput(job, 'batchId')
    const approved = confirmedIn(job)
    await tools.act(job, {
      verb: 'cleanup.approve',
      payload: { batch: batchId, certificates: approved.length },
      subject: { bizKey: batchId },
      register: [
        batchRecord(batchId, { approved: approved.map(each => ({ ...each })), docNo: optionalText(job, 'docNo') }),
      ],
    })
    await documentOf(tools, job, { template: 'D47', bizKey: batchId })
    for (const each of approved) {
      const { certNo, reasonCode } = each
      const revokeId = `${batchId}/${certNo}`
      // Begun by an earlier attempt at this job, or cancelled meanwhile by somebody else.
      if (tools.registers.matters.find(revokeId) || findByNumber(tools, certNo)?.state === 'cancelled') continue
      await tools.publish(job, {
        ...{ name: 'msg.cert.action-requested', correlationKey: `${certNo}/${reasonCode}` },
        ...{ messageId: `${batchId}+${certNo}`, timeToLive: 7 * 24 * 60 * 60 * 1000 },
        variables: { revokeId, batchId, ...each, startedBy: null, orgCode: 'WC-SFJ' },
      })
    }
    return { started: approved.length }
  },
}

function confirmedIn({ variables: { confirmed } }: ActivatedJob): ApprovedCancellation[] {
  const rows = Array.isArray(confirmed) ? (confirmed as { [name: string]: Json }[]) : []
  return rows.map(row => ({
    ...{ certNo: String(row.certNo), reasonCode: String(row.reasonCode ?? row.suspectReason) },
    occurredAt: String(row.occurredAt),
  }))
}
