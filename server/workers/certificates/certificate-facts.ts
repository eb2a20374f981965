import { dayOf } from '../../deadlines/office-day.ts'
import type {
  CertificateDisposalFacts,
  CertificateLine,
  CertificateSummaryFacts,
} from '../../documents/templates/certificate.ts'
import type { ActivatedJob } from '../../engine/index.ts'
import type { GatheredFacts } from '../document-orders.ts'
import { textInput } from '../job-inputs.ts'
import type { WorkerTools } from '../worker.ts'
import { entityOf, findByNumber, optionalText } from './certificate-inputs.ts'

/** Who keeps certificates, in whose name these documents are made. */
const KEEPER = 'WC-SFJ'
const BASIS = '《中华人民共和国行政处罚法》第四十二条、第七十六条'
const DISPOSALS: Readonly<Record<string, string>> = { suspend: '暂扣', withdraw: '收回' }
const REASONS: Readonly<Record<string, string>> = {
  ...{ new: '申领', reissue: '补办', renew: '换发', changeInfo: '信息变更' },
  ...{ retire: '退休', transferOut: '调离', postChange: '调岗', resign: '辞职', dismiss: '辞退、开除', death: '死亡' },
  ...{ orgAbolished: '机构撤销', expire: '有效期届满' },
}
const ISSUED: ReadonlySet<string | null> = new Set(['new', 'reissue', 'renew', 'changeInfo'])
/** A month of one district has fewer. */
const MOST = 2000

const OFFICE_OFFSET_MS = 8 * 60 * 60 * 1000
const officeTime = (instant: string) =>
  new Date(Date.parse(instant) + OFFICE_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')

/** What the register and the job know of a suspension or withdrawal (inputs `revokeId`, `certNo`, `disposal`, `reasonText`). */
export function disposalFacts(tools: WorkerTools, job: ActivatedJob): GatheredFacts<CertificateDisposalFacts> {
  const { people, registers, limitParameters, clock } = tools
  const matter = registers.matters.find(textInput(job, 'revokeId'))
  const until = optionalText(job, 'suspendUntil')
  const hearing = limitParameters.inForce('cert.hear', dayOf(clock.now()))?.parameter.amount
  return {
    ...{ orgCode: KEEPER, caseNo: null, round: null },
    facts: {
      disposal: DISPOSALS[textInput(job, 'disposal')] ?? '',
      holder: matter?.holderId == null ? '' : (people.nameOf(matter.holderId) ?? ''),
      org: matter?.org == null ? '' : (people.findOrganisation(matter.org)?.name ?? matter.org),
      certNo: textInput(job, 'certNo'),
      facts: factsIn(job),
      heard: heardIn(job),
      basis: BASIS,
      hearingDays: Number.parseInt(hearing ?? '0', 10),
      effectiveAt: matter?.effectiveAt ? officeTime(matter.effectiveAt) : '',
      until: until === null ? '' : `，至${until}止`,
      approvalNo: optionalText(job, 'docNo') ?? '',
    },
  }
}

/** The ground, and what the proposal says of it. */
function factsIn(job: ActivatedJob): string {
  const told = optionalText(job, 'proposalReason')
  return told === null ? textInput(job, 'reasonText') : `${textInput(job, 'reasonText')}。${told}`
}

/** What the holder said and what became of it. */
function heardIn(job: ActivatedJob): string {
  const statement = optionalText(job, 'statement')
  if (statement === null) return '已经告知本人，本人没有陈述或者放弃陈述。'
  const reason = optionalText(job, 'reviewReason')
  const verdict = job.variables.adopted === true ? '复核采纳，仍作出本决定，理由' : '不予采纳，理由'
  return `本人陈述：${statement}。${reason === null ? '' : `${verdict}：${reason}。`}`
}

/** What was issued in the month of a batch, and what the batch cancels (input `batchId`). */
export function summaryFacts(tools: WorkerTools, job: ActivatedJob): GatheredFacts<CertificateSummaryFacts> {
  const month = textInput(job, 'batchId')
  const { registers } = tools
  const issued = registers.matters
    .list({ outcome: 'issued', limit: MOST })
    .filter(
      ({ kind, effectiveAt }) => ISSUED.has(kind) && effectiveAt !== null && officeTime(effectiveAt).startsWith(month),
    )
    .map(({ certNo, kind }) => lineOf(tools, certNo ?? '', kind ?? ''))
  const cancelled = (registers.batches.find(month)?.approved ?? []).map(({ certNo, reasonCode }) =>
    lineOf(tools, certNo, reasonCode),
  )
  return { orgCode: KEEPER, caseNo: null, round: null, facts: { month, issued, cancelled } }
}

function lineOf(tools: WorkerTools, certNo: string, reason: string): CertificateLine {
  const { people } = tools
  const personId = findByNumber(tools, certNo)?.personId
  const org = personId === undefined ? undefined : entityOf(tools, personId)
  return [
    certNo,
    personId === undefined ? '' : (people.nameOf(personId) ?? personId),
    org === undefined ? '' : (people.findOrganisation(org)?.name ?? org),
    REASONS[reason] ?? reason,
  ]
}
