import type { Objection, Policy } from './policy.ts'

interface Row {
  name?: unknown
  way?: unknown
}

/**
 * What becomes of goods kept as evidence: seized only where the item gives the power to it (R-SUBJECT, 行政强制法 第17条),
 * confiscated only where a decision of the case says so within the time (R-PRESERVE, 行政处罚法 第56条).
 */
export const preservedGoods: Policy = ({ values, case: facts }) => {
  const listed = values?.preservedItems
  const rows = Array.isArray(listed) ? (listed as Row[]) : []
  const named = (way: string) => rows.find(row => row.way === way)
  const seized = named('seize')
  if (seized && facts.isRegistered && !facts.hasCoercionBasis) return noPower(facts.itemName ?? facts.itemCode ?? '')
  const confiscated = named('confiscate')
  return confiscated && !facts.hasDecision ? noDecision(String(confiscated.name ?? '')) : undefined
}

const noPower = (item: string): Objection => ({
  ...{ id: 'policy.subject.no-coercion', params: { item }, rule: 'R-SUBJECT', basis: ['行政强制法 第17条'] },
})

const noDecision = (name: string): Objection => ({
  ...{ id: 'policy.preservation.no-decision', params: { name }, rule: 'R-PRESERVE', basis: ['行政处罚法 第56条'] },
})
