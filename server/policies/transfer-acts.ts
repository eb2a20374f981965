import type { Objection, Policy, PolicyCase } from './policy.ts'

/** The three acts before a letter of transfer is delivered, by the words of their refusal. */
const ACTS = {
  stop: 'transfer-act.stop',
  inform: 'transfer-act.inform',
  prepare: 'transfer-act.prepare',
} as const

/**
 * R-TRANSFER: a case is handed to another office only when the violation was ordered to stop where it goes on, the office
 * in charge was told, and the papers are together (行政处罚法 第22条, 第28条).
 */
export const transferActs: Policy = request => {
  const { task, values } = request
  if (task.kind !== 'transfer-sending' || !values) return undefined
  if (values.sendAction !== 'sent' && values.goodsAction !== 'sent') return undefined
  const missing = missingActs(request.case.known)
  return missing.length === 0 ? undefined : objection(missing)
}

function missingActs({ ongoing, ordered, informed, informedOrg, toOrg, materials }: PolicyCase['known']): string[] {
  const isStopped = ongoing === false || ordered === true
  const isInformed = informed === true && informedOrg === toOrg
  const hasPapers = Array.isArray(materials) && materials.length > 0
  return [...(isStopped ? [] : [ACTS.stop]), ...(isInformed ? [] : [ACTS.inform]), ...(hasPapers ? [] : [ACTS.prepare])]
}

function objection(missing: string[]): Objection {
  const basis = ['行政处罚法 第22条', '行政处罚法 第28条']
  return { id: 'policy.transfer-acts', params: { missing }, rule: 'R-TRANSFER', basis }
}
