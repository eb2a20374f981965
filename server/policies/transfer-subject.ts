import type { Policy, TaskRequest } from './policy.ts'
import { objectionToSubject } from './subject.ts'

const ACCEPTING: ReadonlySet<unknown> = new Set(['accept', 'acceptPartial'])

/**
 * R-SUBJECT in a transfer: who keeps a case to handle it itself, or a street that accepts one, must be empowered for its
 * matters (行政处罚法 第24条, 第38条).
 */
export const transferSubject: Policy = request => {
  const taking = takerOf(request)
  if (taking === undefined) return undefined
  const { org, codes } = taking
  for (const itemCode of codes) {
    const { isEmpowered, item, orgName } = request.case.powerOver(org, itemCode)
    const objection = objectionToSubject({ itemCode, item, org: orgName, isEmpowered })
    if (objection) return objection
  }
  return undefined
}

function takerOf({ task, values, case: { known } }: TaskRequest): { org: string; codes: string[] } | undefined {
  const all = listOf(known.itemCodes)
  if (task.kind === 'transfer-returned' && values?.returnPlan === 'ownHandle')
    return { org: String(known.fromOrg), codes: all }
  const isReceiving = task.kind === 'transfer-receiving' && known.toIsStreet === true
  if (!isReceiving || !ACCEPTING.has(values?.receiveAction)) return undefined
  return { org: String(known.toOrg), codes: values?.receiveAction === 'accept' ? all : listOf(values?.acceptedItems) }
}

const listOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
