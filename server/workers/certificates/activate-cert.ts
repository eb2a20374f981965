import type { RegisterRecord } from '../../journal/act.ts'
import { matterRecord } from '../../registers/certificate-matters.ts'
import { certificateTurn } from '../../registers/certificate-turn.ts'
import { noticeRecord } from '../../registers/public-notices.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker, WorkerTools } from '../worker.ts'
import { entityOf, findByNumber, optionalText } from './certificate-inputs.ts'

/**
 * Enters the certificate that was issued (inputs `applicationId`, `holderId`, `bizType`, `certType`, `certNo`, `validFrom`,
 * `validTo`), makes it public and, of one that replaces another, cancels that in the same act. Asked again it says the same.
 */
export const activateCert: Worker = {
  type: 'activate-cert',
  timeout: 30_000,
  async handle(job, tools) {
    const matterId = textInput(job, 'applicationId')
    const [personId, kind, number] = [textInput(job, 'holderId'), textInput(job, 'certType'), textInput(job, 'certNo')]
    const certificateId = `${kind}-${number}`
    const known = tools.registers.matters.find(matterId)
    if (known?.effectiveAt != null) return { certificateId }
    const effectiveAt = new Date(tools.clock.now()).toISOString()
    const value = { personId, kind, number, validFrom: textInput(job, 'validFrom'), validTo: textInput(job, 'validTo') }
    await tools.act(job, {
      verb: 'certificate.add',
      payload: { certificate: number },
      subject: { bizKey: matterId, personId, certificateId },
      register: [
        { register: 'certificates', op: 'put', id: certificateId, value },
        ...replaced(tools, {
          bizType: textInput(job, 'bizType'),
          oldCertNo: optionalText(job, 'oldCertNo'),
          effectiveAt,
        }),
        // The province has approved it, so nothing need be reported to it.
        matterRecord(matterId, { certNo: number, effectiveAt, reportedAt: effectiveAt }),
        published(tools, value),
      ],
    })
    return { certificateId }
  },
}

/** Who may enforce is public: the name, the body, the number and until when it holds (行政执法公示). */
function published(
  tools: WorkerTools,
  { personId, kind, number, validTo }: { personId: string; kind: string; number: string; validTo: string },
): RegisterRecord {
  const org = entityOf(tools, personId)
  const unit = org === undefined ? '' : (tools.people.findOrganisation(org)?.name ?? org)
  const paper = kind === 'supervision' ? '行政执法监督证' : '行政执法证'
  return noticeRecord({
    ...{ noticeId: `issued-${kind}-${number}`, kind: 'issued', org: org ?? null, refId: number },
    title: `${paper}公示（${number}）`,
    text: `${tools.people.nameOf(personId) ?? personId}，${unit}，${paper}证号 ${number}，有效期至 ${validTo}。`,
  })
}

const REPLACING: ReadonlySet<string> = new Set(['renew', 'changeInfo'])

function replaced(
  tools: WorkerTools,
  { bizType, oldCertNo, effectiveAt }: { bizType: string; oldCertNo: string | null; effectiveAt: string },
): RegisterRecord[] {
  const old = REPLACING.has(bizType) && oldCertNo !== null ? findByNumber(tools, oldCertNo) : undefined
  if (!old) return []
  const { certificateId, personId } = old
  const reason = bizType === 'renew' ? '换发新证' : '信息变更换证'
  return [
    certificateTurn({
      certificateId,
      personId,
      state: 'cancelled',
      effectiveAt,
      reason,
      recordedAt: tools.clock.now(),
    }),
  ]
}
