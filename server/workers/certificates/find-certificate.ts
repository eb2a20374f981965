import { dayOf } from '../../deadlines/office-day.ts'
import { type ActivatedJob, BpmnError, type Variables } from '../../engine/index.ts'
import { matterRecord } from '../../registers/certificate-matters.ts'
import { CERTIFICATE_REASONS } from '../../registers/certificate-reasons.ts'
import type { Certificate } from '../../registers/certificates.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker, WorkerTools } from '../worker.ts'
import { entityOf, findByNumber, leadsBureau, optionalText, proposersFor } from './certificate-inputs.ts'

const reasons: ReadonlySet<string> = new Set(CERTIFICATE_REASONS)

/**
 * Opens a matter about a certificate (inputs `revokeId`, `certNo`, `reasonCode`, `batchId`): whose it is comes from the
 * register, never from whoever asks. That it was approved before is true only of what an approved clean-up names. A number
 * nobody holds is the error `certificate-unknown`.
 */
export const findCertificate: Worker = {
  type: 'find-certificate',
  timeout: 30_000,
  async handle(job, tools) {
    const matterId = textInput(job, 'revokeId')
    const number = textInput(job, 'certNo')
    const certificate = findByNumber(tools, number)
    if (!certificate) throw new BpmnError('certificate-unknown', `Nobody holds a certificate '${number}'`)
    const org = entityOf(tools, certificate.personId) ?? 'WC-SFJ'
    const approved = approvedBefore(job, tools)
    await tools.act(job, {
      verb: 'certificate-matter.open',
      payload: { certificate: number },
      subject: { bizKey: matterId, personId: certificate.personId },
      register: [matterRecord(matterId, { ...valuesOf(job, certificate), org, docNo: approved?.docNo ?? null })],
    })
    return {
      ...{ holderId: certificate.personId, holderName: tools.people.nameOf(certificate.personId) ?? '' },
      ...{ certType: certificate.kind, certificateId: certificate.certificateId, orgCode: org },
      unitName: tools.people.findOrganisation(org)?.name ?? org,
      caseTitle: `${tools.people.nameOf(certificate.personId) ?? certificate.personId}（${number}）`,
      proposerGroups: proposersFor(tools, org),
      runningMatter: runningWords(tools, matterId, number),
      holderIsBureauLeader: leadsBureau(tools, certificate.personId),
      proposed: reasons.has(optionalText(job, 'reasonCode') ?? ''),
      ...{ preApproved: approved !== undefined, approvalDocNo: approved?.docNo ?? null },
    }
  },
}

function valuesOf(job: ActivatedJob, { number, kind, personId }: Certificate): Variables {
  return {
    ...{ processInstanceKey: job.processInstanceKey, certNo: number, certType: kind, holderId: personId },
    ...{ reasonCode: optionalText(job, 'reasonCode'), batchId: optionalText(job, 'batchId') },
  }
}

/** The disposal of the same certificate that runs already, as whoever proposes another reads it. */
function runningWords({ registers }: WorkerTools, matterId: string, certNo: string): string | null {
  const running = registers.matters.runningBefore(matterId, { certNo })
  return running ? `${running.matterId}（${dayOf(running.begunAt)} 提出）` : null
}

/** What the approved clean-up says of this certificate and reason; a message that claims more is not believed. */
function approvedBefore(job: ActivatedJob, { registers }: WorkerTools): { docNo: string | null } | undefined {
  const { certNo, reasonCode, occurredAt } = job.variables
  const batch = registers.batches.find(optionalText(job, 'batchId') ?? '')
  const isNamed = batch?.approved.some(
    each => each.certNo === certNo && each.reasonCode === reasonCode && each.occurredAt === occurredAt,
  )
  return batch && isNamed ? { docNo: batch.docNo } : undefined
}
