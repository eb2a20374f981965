import type { Objection, Policy, PolicySuspension } from './policy.ts'

/** R-SUSPENDED: while a case is suspended nobody works on it; its legal review stands still with it (办案期限的计算随之停止). */
export const suspended: Policy = request => objectionToSuspended(request.case.suspension)

/** The same where there is no task: what is done to a case as a whole. */
export function objectionToSuspended(suspension: PolicySuspension | undefined): Objection | undefined {
  if (!suspension) return undefined
  return {
    id: 'policy.suspended',
    params: { since: suspension.since, ground: `suspension.${suspension.ground}` },
    rule: 'R-SUSPENDED',
    basis: ['行政处罚法 第60条'],
  }
}
