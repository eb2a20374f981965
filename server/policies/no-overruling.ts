import type { Objection, Policy } from './policy.ts'

/**
 * R-REVIEW-GATE: a leader is no reviewer. Behind a hard gate he neither settles the reviewers' dispute by agreeing nor
 * overrules their opinion (行政处罚法 第58条; 优化营商环境条例 第58条).
 */
export const noOverruling: Policy = request => {
  const { values, task } = request
  if (!values || task.kind !== 'leader-decision') return undefined
  if (values.ruling !== 'agree' && values.leaderDecision !== 'overrule') return undefined
  if (!request.case.hardGate) return undefined
  return objection(values.ruling === 'agree' ? 'policy.no-overruling.agree' : 'policy.no-overruling')
}

function objection(id: string): Objection {
  return { id, rule: 'R-REVIEW-GATE', basis: ['行政处罚法 第58条', '优化营商环境条例 第58条'] }
}
