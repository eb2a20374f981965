import { COERCION } from './kinds.ts'
import type { Policy } from './policy.ts'

/**
 * R-SUBJECT, of coercion: a measure only where a law or regulation gives the power to it (行政强制法 第17条), an execution
 * only where a law does (第13条). What the item's entry in the catalogue does not name, nobody has.
 */
export const coercionBasis: Policy = ({ task, case: facts }) => {
  const { kind } = task
  if (!kind || !COERCION.has(kind) || facts.hasCoercionBasis) return undefined
  const basis = kind === 'coercion-execution' ? ['行政强制法 第13条'] : ['行政强制法 第17条']
  const params = { item: facts.itemName ?? facts.itemCode ?? '' }
  return { id: 'policy.subject.no-coercion', params, rule: 'R-SUBJECT', basis }
}
