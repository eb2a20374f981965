import type { Objection, Policy } from './policy.ts'

interface Row {
  name?: unknown
  measure?: unknown
  plan?: unknown
  decisionNo?: unknown
  consentNo?: unknown
  partyToldOn?: unknown
}

/**
 * R-TRANSFER for goods: what is held as evidence is handed over only by a decision on it (行政处罚法 第56条); what is sealed or
 * detained only where the receiver agrees to continue the measure and the party was told (行政强制法 第25条, 示例·可配置【待核】).
 */
export const transferGoods: Policy = request => {
  const { task, values } = request
  if (task.kind !== 'transfer-preparing' && task.kind !== 'transfer-sending') return undefined
  const listed = values?.goods ?? request.case.known.goods
  const rows = Array.isArray(listed) ? (listed as Row[]) : []
  for (const row of rows) {
    if (row.plan !== 'handOver') continue
    const why = objectionTo(row)
    if (why) return objections[why](String(row.name ?? ''))
  }
  return undefined
}

function objectionTo({ measure, decisionNo, consentNo, partyToldOn }: Row): 'preserved' | 'seized' | undefined {
  if (measure === 'preserved') return isGiven(decisionNo) ? undefined : 'preserved'
  if (measure !== 'sealed' && measure !== 'detained') return undefined
  return isGiven(consentNo) && isGiven(partyToldOn) ? undefined : 'seized'
}

const isGiven = (value: unknown) => typeof value === 'string' && value.trim() !== ''

const objections = {
  preserved: (name: string): Objection => ({
    ...{ id: 'policy.transfer-goods.preserved', params: { name }, rule: 'R-TRANSFER' },
    basis: ['行政处罚法 第56条'],
  }),
  seized: (name: string): Objection => ({
    ...{ id: 'policy.transfer-goods.seized', params: { name }, rule: 'R-TRANSFER' },
    basis: ['行政强制法 第25条'],
  }),
}
