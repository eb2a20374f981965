import type { Policy } from './policy.ts'

/** How many points a review looks at. */
const POINTS = 8

/** R-REVIEW-GATE: a first opinion that agrees found all eight points in order (国办发〔2018〕118号, to be verified). */
export const checklist: Policy = ({ task, values }) => {
  if (task.kind !== 'legal-review-first' || values?.firstOpinion !== 'agree') return undefined
  const points: unknown[] = Array.isArray(values.checklist) ? values.checklist : []
  if (points.length === POINTS && points.every(isPassed)) return undefined
  return { id: 'policy.checklist', rule: 'R-REVIEW-GATE', basis: ['行政处罚法 第58条', '国办发〔2018〕118号【待核】'] }
}

function isPassed(point: unknown): boolean {
  return typeof point === 'object' && point !== null && (point as { result?: unknown }).result === 'pass'
}
