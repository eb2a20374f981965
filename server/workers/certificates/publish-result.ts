import { noticeRecord } from '../../registers/public-notices.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'

/** Makes the result of a month's clean-up known (input `batchId`): how many certificates of which kind were cancelled, no names. */
export const publishResult: Worker = {
  type: 'publish-result',
  timeout: 30_000,
  async handle(job, { act, registers }) {
    const batchId = textInput(job, 'batchId')
    const batch = registers.batches.find(batchId)
    const cancelled = batch?.approved.length ?? 0
    const missing = batch?.missing.length ?? 0
    await act(job, {
      verb: 'cleanup.publish',
      payload: { batch: batchId, cancelled },
      subject: { bizKey: batchId },
      register: [
        noticeRecord({
          ...{ noticeId: `cleanup-${batchId}`, kind: 'cleanup-result', org: null, refId: batchId },
          title: `${batchId} 月行政执法人员资格清理结果公告`,
          text: `本月清理注销行政执法证件 ${cancelled} 件${missing > 0 ? `；${missing} 个单位未报` : ''}。`,
        }),
      ],
    })
    return undefined
  },
}
