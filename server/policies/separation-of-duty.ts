import type { Policy } from './policy.ts'

/** The capacities of one case that must be held by different persons: handler, first, second and repeated review. */
const SEPARATE_KINDS: ReadonlySet<string> = new Set([
  'case-handling',
  'legal-review-first',
  'legal-review-second',
  'legal-review-re',
])

/**
 * R-SOD, per case: who handled it does not review it, and its three reviews are by three persons (行政处罚法 第58条; that
 * the handler is excluded follows from the article's sense and 国办发〔2018〕118号, to be verified).
 */
export const separationOfDuty: Policy = ({ person, task, history }) => {
  if (!task.kind || !SEPARATE_KINDS.has(task.kind)) return undefined
  const earlier = history.find(
    ({ personId, kind }) => personId === person.id && kind !== task.kind && SEPARATE_KINDS.has(kind),
  )
  if (!earlier) return undefined
  const isHandlerReviewing = earlier.kind === 'case-handling'
  return {
    id: isHandlerReviewing ? 'policy.separation-of-duty.handler' : 'policy.separation-of-duty',
    params: { earlier: `kind.${earlier.kind}`, wanted: `kind.${task.kind}` },
    rule: 'R-SOD',
    basis: ['行政处罚法 第58条', '国办发〔2018〕118号【待核】'],
  }
}
