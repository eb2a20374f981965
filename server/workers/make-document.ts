import { dayOf } from '../deadlines/office-day.ts'
import { makeDocument } from '../documents/make-document.ts'
import type { Template } from '../documents/templates/template.ts'
import type { ActivatedJob } from '../engine/index.ts'
import { documentKinds, type GatheredFacts } from './document-orders.ts'
import { textInput } from './job-inputs.ts'
import type { Worker, WorkerTools } from './worker.ts'

/**
 * Makes a document of a procedure with the next number of its series (inputs or headers `template`, `bizKey`) and answers
 * `docNo`. The number is given inside the transaction that registers it; the same job asked again gets the same document.
 */
export const makeDocumentWorker: Worker = {
  type: 'make-document',
  timeout: 60_000,
  async handle(job, tools) {
    const wanted = { template: textInput(job, 'template'), bizKey: textInput(job, 'bizKey') }
    return { docNo: await documentOf(tools, job, wanted) }
  },
}

/** The number of the document that a job orders; made once for each job. */
export async function documentOf(
  tools: WorkerTools,
  job: ActivatedJob,
  { template: wanted, bizKey }: { template: string; bizKey: string },
): Promise<string> {
  const kind = documentKinds.find(({ id }) => id === wanted)
  if (!kind) {
    const known = documentKinds.map(({ id }) => id).join(', ')
    throw new Error(`Expected 'template' of '${job.elementId}' to be one of ${known}, found '${wanted}'`)
  }
  const known = tools.documents.madeBy(job.jobKey)
  if (known) return known.docNo
  return await kind.order(tools, job, (template, gathered) => made(tools, job, template, { ...gathered, bizKey }))
}

async function made<Facts>(
  tools: WorkerTools,
  job: ActivatedJob,
  template: Template<Facts>,
  { facts, orgCode, caseNo, round, bizKey }: GatheredFacts<Facts> & { bizKey: string },
): Promise<string> {
  const { jobKey, processInstanceKey } = job
  const organName = tools.people.findOrganisation(orgCode)?.name ?? orgCode
  const day = dayOf(tools.clock.now())
  const payload: Record<string, string> = { template: template.id }
  await tools.act(job, {
    verb: 'document.make',
    payload,
    subject: { bizKey },
    inside() {
      const { docNo, register } = makeDocument(tools, {
        ...{ template, facts, orgCode, organName, day, street: streetIn(organName) },
        format: tools.officeParameters.textOf(template.numberFormat, day),
        of: { caseNo, bizKey, processInstanceKey, round, jobKey },
      })
      payload.docNo = docNo
      return register
    },
  })
  return payload.docNo ?? ''
}

/** 粮道街, as numbers bear it, of 粮道街道办事处. */
function streetIn(organName: string): string {
  return organName.replace(/(街)道办事处$/, '$1')
}
