import { dayOf, type OfficeDay } from '../deadlines/office-day.ts'
import type { Objection, Policy } from './policy.ts'

interface Row {
  name?: unknown
  way?: unknown
  confiscationNo?: unknown
  confiscationOn?: unknown
}

/**
 * What becomes of goods kept as evidence: seized only where the item gives the power to it (R-SUBJECT, 行政强制法 第17条),
 * confiscated only by a decision that is sealed already (R-PRESERVE, 行政处罚法 第56条). The decision is entered with its
 * number, day and paper: no procedure of the house makes it.
 */
export const preservedGoods: Policy = ({ values, case: facts, at }) => {
  const listed = values?.preservedItems
  const rows = Array.isArray(listed) ? (listed as Row[]) : []
  const named = (way: string) => rows.find(row => row.way === way)
  const seized = named('seize')
  if (seized && facts.isRegistered && !facts.hasCoercionBasis) return noPower(facts.itemName ?? facts.itemCode ?? '')
  const undecided = rows.find(row => row.way === 'confiscate' && !isSealed(row, dayOf(at)))
  return undecided && noDecision(String(undecided.name ?? ''))
}

function isSealed({ confiscationNo, confiscationOn }: Row, today: OfficeDay): boolean {
  const [number, day] = [String(confiscationNo ?? '').trim(), String(confiscationOn ?? '')]
  return number !== '' && day !== '' && day <= today
}

const noPower = (item: string): Objection => ({
  ...{ id: 'policy.subject.no-coercion', params: { item }, rule: 'R-SUBJECT', basis: ['行政强制法 第17条'] },
})

const noDecision = (name: string): Objection => ({
  ...{ id: 'policy.preservation.no-decision', params: { name }, rule: 'R-PRESERVE', basis: ['行政处罚法 第56条'] },
})
