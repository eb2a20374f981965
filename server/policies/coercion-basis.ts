import { COERCION } from './kinds.ts'
import type { Policy } from './policy.ts'

const OF_MEASURES = { basis: ['行政强制法 第17条'] }
const OF_EXECUTIONS = { basis: ['行政强制法 第13条'] }

/**
 * R-SUBJECT, of coercion: a measure only where a law or regulation gives the power to it (行政强制法 第17条), an execution
 * only where a law does (第13条). What the item's entry in the catalogue does not name, nobody has.
 */
export const coercionBasis: Policy = ({ task, case: facts }) => {
  const { kind } = task
  if (!kind || !COERCION.has(kind) || facts.hasCoercionBasis) return undefined
  const params = { item: facts.itemName ?? facts.itemCode ?? '' }
  const { basis } = kind === 'coercion-execution' ? OF_EXECUTIONS : OF_MEASURES
  return { id: 'policy.subject.no-coercion', params, rule: 'R-SUBJECT', basis }
}
