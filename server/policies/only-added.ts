import type { Policy } from './policy.ts'

/** What the handler declares of a case; once declared it stays. */
const GROUNDS = ['publicInterest', 'majorRights', 'complexRelations', 'lawRequires']

/** R-REVIEW-GATE: grounds of article 58 are added in the course of a review, never taken away (行政处罚法 第58条第1款). */
export const onlyAdded: Policy = request => {
  const { values } = request
  if (!values) return undefined
  const isGroundGone = GROUNDS.some(ground => values[ground] === false && request.case.known[ground] === true)
  const isClauseGone =
    'clause58' in values &&
    listOf(request.case.known.clause58).some(clause => !listOf(values.clause58).includes(clause))
  if (!isGroundGone && !isClauseGone) return undefined
  return { id: 'policy.only-added', rule: 'R-REVIEW-GATE', basis: ['行政处罚法 第58条第1款'] }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
