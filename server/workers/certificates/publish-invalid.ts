import { noticeRecord } from '../../registers/public-notices.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'

const WHY: Readonly<Record<string, string>> = { refused: '持证人拒不交回', lost: '证件遗失' }

/** Declares a card invalid that was not handed in (inputs `certNo`, `collected`, `bizKey`); its validity ended before. */
export const publishInvalid: Worker = {
  type: 'publish-invalid',
  timeout: 30_000,
  async handle(job, { act }) {
    const certNo = textInput(job, 'certNo')
    const why = WHY[textInput(job, 'collected')] ?? ''
    await act(job, {
      verb: 'certificate.declare-invalid',
      payload: { certificate: certNo, why },
      subject: { bizKey: textInput(job, 'bizKey') },
      register: [
        noticeRecord({
          ...{ noticeId: `invalid-${job.jobKey}`, kind: 'invalid', org: null, refId: certNo },
          title: `行政执法证件作废公告（${certNo}）`,
          text: `证号 ${certNo} 的行政执法证件${why}，自公告之日起声明作废。`,
        }),
      ],
    })
    return undefined
  },
}
