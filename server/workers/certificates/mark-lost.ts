import { matterRecord } from '../../registers/certificate-matters.ts'
import { certificateTurn } from '../../registers/certificate-turn.ts'
import { noticeRecord } from '../../registers/public-notices.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'
import { findByNumber, optionalText } from './certificate-inputs.ts'

/**
 * Reports the old certificate of a reissue lost and declares it invalid (inputs `applicationId`, `oldCertNo`,
 * `lossStatement`), before anything is decided: it does not come back to life, whatever becomes of the application.
 */
export const markLost: Worker = {
  type: 'mark-lost',
  timeout: 30_000,
  async handle(job, tools) {
    const number = textInput(job, 'oldCertNo')
    const certificate = findByNumber(tools, number)
    if (!certificate || certificate.state === 'lost') return { lostAt: null }
    const { certificateId, personId } = certificate
    const now = tools.clock.now()
    const effectiveAt = new Date(now).toISOString()
    const reason = optionalText(job, 'lossStatement') ?? '遗失'
    await tools.act(job, {
      verb: 'certificate.lost',
      payload: { certificate: number, reason },
      subject: { bizKey: textInput(job, 'applicationId'), personId, certificateId },
      register: [
        certificateTurn({ certificateId, personId, state: 'lost', effectiveAt, reason, recordedAt: now }),
        matterRecord(textInput(job, 'applicationId'), { oldCertNo: number }),
        noticeRecord({
          ...{ noticeId: `lost-${job.jobKey}`, kind: 'invalid', org: null, refId: number },
          title: `行政执法证件遗失声明（${number}）`,
          text: `证号 ${number} 的行政执法证件遗失，声明作废。`,
        }),
      ],
    })
    return { lostAt: effectiveAt }
  },
}
