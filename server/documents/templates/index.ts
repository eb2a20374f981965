import { certificateDecision, certificateNotice, certificateSummary } from './certificate.ts'
import { coordinationOpinion, designationNotice, negotiationRecord } from './dispute.ts'
import { preservationDecision, preservationNotice } from './preservation.ts'
import { reviewOpinion } from './review-opinion.ts'
import type { Template } from './template.ts'
import { transferLetter } from './transfer-letter.ts'
import { whistleFeedback } from './whistle-feedback.ts'
import { whistleOrder } from './whistle-order.ts'

/** Every kind of document that the house writes, whatever its facts: for who asks what their texts cite. */
export const documentTemplates: readonly Omit<Template<never>, 'write'>[] = [
  ...[certificateNotice, certificateDecision, certificateSummary],
  ...[negotiationRecord, coordinationOpinion, designationNotice],
  ...[preservationNotice, preservationDecision, reviewOpinion],
  ...[transferLetter, whistleFeedback, whistleOrder],
]
