import { noticeRecord } from '../../registers/public-notices.ts'
import { textInput } from '../job-inputs.ts'
import { documentOf } from '../make-document.ts'
import type { Worker } from '../worker.ts'

const DISPOSALS: Readonly<Record<string, string>> = { suspend: '暂扣', withdraw: '收回' }

/** Tells the holder what is proposed and that he may be heard (D47b): inputs `revokeId`, `certNo`, `disposal`, `reasonText`. */
export const notifyHolder: Worker = {
  type: 'notify-holder',
  timeout: 30_000,
  async handle(job, tools) {
    const { act, people, registers, clock } = tools
    const certNo = textInput(job, 'certNo')
    const matter = registers.matters.find(textInput(job, 'revokeId'))
    const name = matter?.holderId == null ? '' : (people.nameOf(matter.holderId) ?? '')
    const disposal = DISPOSALS[textInput(job, 'disposal')] ?? ''
    const notice = noticeRecord({
      ...{ noticeId: `D47b-${job.jobKey}`, kind: 'told-holder', org: matter?.org ?? null, refId: certNo },
      title: `拟${disposal}${name}行政执法证件告知书`,
      text: `${name}：拟${disposal}你的证件（${certNo}），事由：${textInput(job, 'reasonText')}。你可以在告知的期限内陈述申辩。`,
    })
    await act(job, {
      verb: 'certificate.tell-holder',
      payload: { certificate: certNo, disposal },
      ...(matter?.holderId != null && { subject: { personId: matter.holderId } }),
      register: [notice],
    })
    await documentOf(tools, job, { template: 'D47b-notice', bizKey: textInput(job, 'revokeId') })
    return { toldAt: new Date(clock.now()).toISOString() }
  },
}
