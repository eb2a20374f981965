import { noticeRecord } from '../../registers/public-notices.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'

/** Names a unit that did not report in time in a circular (reg.notices): inputs `batchId`, `unitOrg`, `unitName`. */
export const notifyCircular: Worker = {
  type: 'notify-circular',
  timeout: 30_000,
  async handle(job, { act }) {
    const [batchId, org, name] = [textInput(job, 'batchId'), textInput(job, 'unitOrg'), textInput(job, 'unitName')]
    await act(job, {
      verb: 'cleanup.circular',
      payload: { batch: batchId, unit: name },
      subject: { bizKey: batchId },
      register: [
        noticeRecord({
          ...{ noticeId: `circular-${batchId}-${org}`, kind: 'circular', org, refId: batchId },
          title: `关于${name}未按期报告证件清理情况的通报`,
          text: `${name}未在期限内报告 ${batchId} 月执法证件清理情况，请在宽限期内补报；逾期不再等待，注明未报。`,
        }),
      ],
    })
    return undefined
  },
}
