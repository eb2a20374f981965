import type { Policy } from './policy.ts'

/**
 * R-SOD: who coordinates a dispute or settles it belongs to none of its parties (行政处罚法 第43条, 示例·可配置: the law says it of
 * those who handle a case).
 */
export const disputeParty: Policy = request => {
  const { person, task } = request
  if (task.kind !== 'dispute-coordination') return undefined
  const { applicantOrg, respondentOrgs } = request.case.known
  const parties = [applicantOrg, ...(Array.isArray(respondentOrgs) ? respondentOrgs : [])].map(String)
  const own = parties.find(party => person.appointments.some(({ org }) => org === party || org.startsWith(`${party}-`)))
  if (own === undefined) return undefined
  return { id: 'policy.dispute-party', params: { org: own }, rule: 'R-SOD', basis: ['行政处罚法 第43条'] }
}
