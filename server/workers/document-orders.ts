import { certificateDecision, certificateNotice, certificateSummary } from '../documents/templates/certificate.ts'
import { coordinationOpinion, designationNotice, negotiationRecord } from '../documents/templates/dispute.ts'
import { preservationDecision, preservationNotice } from '../documents/templates/preservation.ts'
import { reviewOpinion } from '../documents/templates/review-opinion.ts'
import type { Template } from '../documents/templates/template.ts'
import { transferLetter } from '../documents/templates/transfer-letter.ts'
import { whistleFeedback } from '../documents/templates/whistle-feedback.ts'
import { whistleOrder } from '../documents/templates/whistle-order.ts'
import type { ActivatedJob } from '../engine/index.ts'
import { disposalFacts, summaryFacts } from './certificates/certificate-facts.ts'
import { disputeFacts } from './dispute-facts.ts'
import { preservationFacts } from './preservation/preservation-facts.ts'
import { reviewOpinionFacts } from './review-opinion-facts.ts'
import { transferFacts } from './transfer-facts.ts'
import { whistleFeedbackFacts, whistleOrderFacts } from './whistles/whistle-facts.ts'
import type { WorkerTools } from './worker.ts'

/** What the registers know for a document: its facts, and whose number it gets. */
export interface GatheredFacts<Facts> {
  facts: Facts
  /** The office in whose name it is made. */
  orgCode: string
  caseNo: string | null
  round: number | null
}

/** A document that procedures may order, with what is gathered for it. */
export interface DocumentKind {
  id: string
  /** Hands the template and its facts to whoever makes documents, which need not know their type. */
  order<Made>(
    tools: WorkerTools,
    job: ActivatedJob,
    make: <Facts>(template: Template<Facts>, gathered: GatheredFacts<Facts>) => Made,
  ): Made | Promise<Made>
}

function documentKind<Facts>(
  template: Template<Facts>,
  gather: (tools: WorkerTools, job: ActivatedJob) => GatheredFacts<Facts>,
): DocumentKind {
  return { id: template.id, order: (tools, job, make) => make(template, gather(tools, job)) }
}

/** In whose name disputes are coordinated. */
const LEADING_GROUP = 'WC-LG'

/** Every document that the job `make-document` makes. */
export const documentKinds: readonly DocumentKind[] = [
  documentKind(reviewOpinion, (tools, { processInstanceKey }) => reviewOpinionFacts(tools, processInstanceKey)),
  documentKind(negotiationRecord, (tools, { processInstanceKey }) =>
    disputeFacts(tools, processInstanceKey, ({ applicantOrg }) => applicantOrg),
  ),
  documentKind(coordinationOpinion, (tools, { processInstanceKey }) =>
    disputeFacts(tools, processInstanceKey, () => LEADING_GROUP),
  ),
  documentKind(transferLetter, (tools, { processInstanceKey }) => transferFacts(tools, processInstanceKey)),
  documentKind(designationNotice, (tools, { processInstanceKey }) =>
    disputeFacts(tools, processInstanceKey, ({ designatingOrg }) => designatingOrg),
  ),
  documentKind(whistleOrder, whistleOrderFacts),
  documentKind(whistleFeedback, whistleFeedbackFacts),
  documentKind(certificateNotice, disposalFacts),
  documentKind(certificateDecision, disposalFacts),
  documentKind(certificateSummary, summaryFacts),
  documentKind(preservationNotice, preservationFacts),
  documentKind(preservationDecision, preservationFacts),
]
