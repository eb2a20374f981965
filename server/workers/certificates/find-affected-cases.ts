import { defectsNow } from '../../approvals/officers/find-defects.ts'
import { shortCasesOf } from '../../approvals/officers/short-cases.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'

/**
 * Looks through the cases of somebody whose certificate fell (inputs `holderId`, `effectiveAt`): acts since then are listed
 * as defects of evidence, each case that is left with fewer than two valid officers is told (`msg.officer.lost`) and
 * answered in `shortCases`, so that others are named for it.
 */
export const findAffectedCases: Worker = {
  type: 'find-affected-cases',
  timeout: 60_000,
  async handle(job, tools) {
    const personId = textInput(job, 'holderId')
    const effectiveAt = textInput(job, 'effectiveAt')
    const { found, cleared, register } = await defectsNow(tools.officers, personId)
    if (register.length > 0)
      await tools.act(job, {
        verb: 'evidence-defects.find',
        payload: { found, cleared },
        subject: { personId },
        register,
      })
    const shortCases = shortCasesOf(tools.officers, personId)
    for (const { caseNo } of shortCases)
      await tools.publish(job, {
        ...{ name: 'msg.officer.lost', correlationKey: caseNo, messageId: `${job.jobKey}/${caseNo}` },
        ...{ timeToLive: 0, variables: { officerId: personId, effectiveAt } },
      })
    return { shortCases: shortCases.map(each => ({ ...each })), defectsFound: found }
  },
}
