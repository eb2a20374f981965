import { DOING } from './kinds.ts'
import type { Objection, Policy, PolicyCase } from './policy.ts'

/** Ways out of a decision that decide nothing: back to the handler, or to another authority. */
const NO_DECISION: ReadonlySet<unknown> = new Set(['return', 'transfer', 'criminal'])

/**
 * R-REVIEW-GATE: no decision on a case under article 58 without a review that passed later than the last material change
 * (行政处罚法 第58条第1款), and none on a case that is not registered: nobody knows what it falls under. The task may be
 * claimed and prepared; of its results only those pass that decide nothing.
 */
export const reviewGate: Policy = request => {
  const { verb, task, values } = request
  if (task.kind !== 'case-decision' || !DOING.has(verb)) return undefined
  if (NO_DECISION.has(values?.decision)) return undefined
  if (!request.case.isRegistered) return objection('policy.review-gate.unregistered')
  return request.case.isUnder58 ? objectionToDecision(request.case) : undefined
}

function objectionToDecision({ passedReviewAt, lastMaterialChangeAt }: PolicyCase): Objection | undefined {
  if (passedReviewAt === undefined) return objection('policy.review-gate.none')
  // At the same instant nobody knows which came first; the reviewers may not have seen it.
  const isChanged = lastMaterialChangeAt !== undefined && lastMaterialChangeAt >= passedReviewAt
  return isChanged ? objection('policy.review-gate.changed') : undefined
}

function objection(id: string): Objection {
  return { id, rule: 'R-REVIEW-GATE', basis: ['行政处罚法 第58条第1款'] }
}
