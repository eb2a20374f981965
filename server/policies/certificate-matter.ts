import { CERTIFICATE_MATTERS } from './kinds.ts'
import type { Policy } from './policy.ts'

/** R-SOD: nobody applies for, reviews or approves what concerns his own certificate. A matter without a holder is nobody's yet. */
export const certificateMatter: Policy = request => {
  const { person, task } = request
  if (!task.kind || !CERTIFICATE_MATTERS.has(task.kind)) return undefined
  if (request.case.holderId !== person.id) return undefined
  return {
    id: 'policy.certificate-matter',
    params: { wanted: `kind.${task.kind}` },
    rule: 'R-SOD',
    basis: ['行政处罚法 第43条'],
  }
}
