import { dayOf } from '../deadlines/office-day.ts'
import { makeDocument } from '../documents/make-document.ts'
import { reviewOpinion } from '../documents/templates/review-opinion.ts'
import { textInput } from './job-inputs.ts'
import { reviewOpinionFacts } from './review-opinion-facts.ts'
import type { Worker } from './worker.ts'

/**
 * Makes a document of a procedure with the next number of its series (inputs or headers `template`, `bizKey`) and answers
 * `docNo`. The number is given inside the transaction that registers it; the same job asked again gets the same document.
 */
export const makeDocumentWorker: Worker = {
  type: 'make-document',
  timeout: 60_000,
  async handle(job, tools) {
    const { jobKey, processInstanceKey } = job
    const wanted = textInput(job, 'template')
    const bizKey = textInput(job, 'bizKey')
    if (wanted !== reviewOpinion.id)
      throw new Error(`Expected 'template' of '${job.elementId}' to be ${reviewOpinion.id}, found '${wanted}'`)
    const known = tools.documents.madeBy(jobKey)
    if (known) return { docNo: known.docNo }
    const { facts, orgCode, caseNo, round } = reviewOpinionFacts(tools, processInstanceKey)
    const organName = tools.people.findOrganisation(orgCode)?.name ?? orgCode
    const day = dayOf(tools.clock.now())
    let docNo = ''
    const payload: Record<string, string> = { template: wanted }
    await tools.act(job, {
      verb: 'document.make',
      payload,
      subject: { bizKey },
      inside() {
        const made = makeDocument(tools, {
          ...{ template: reviewOpinion, facts, orgCode, organName, day, street: streetIn(organName) },
          format: tools.officeParameters.textOf(reviewOpinion.numberFormat, day),
          of: { caseNo, bizKey, processInstanceKey, round, jobKey },
        })
        docNo = made.docNo
        payload.docNo = docNo
        return made.register
      },
    })
    return { docNo }
  },
}

/** 粮道街, as numbers bear it, of 粮道街道办事处. */
function streetIn(organName: string): string {
  return organName.replace(/(街)道办事处$/, '$1')
}
