import { NEEDS_EMPOWERMENT } from './kinds.ts'
import type { Objection, Policy } from './policy.ts'

/** A matter (事项) and the body that would take it up. */
export interface Subject {
  itemCode: string | undefined
  /** By name, where they have one. */
  item: string | undefined
  org: string
  /** The item is in the body's catalogue, in force, and its confirmation is signed, on the day asked for. */
  isEmpowered: boolean
}

/**
 * R-SUBJECT: cases are filed, inspections and coercion carried out only by a body that is empowered for the matter
 * (行政处罚法 第24条; what somebody without capacity imposes is void, 第38条).
 */
export function objectionToSubject({ itemCode, item = itemCode, org, isEmpowered }: Subject): Objection | undefined {
  const basis = ['行政处罚法 第24条', '行政处罚法 第38条']
  if (itemCode === undefined || item === undefined) return { id: 'policy.subject.no-item', rule: 'R-SUBJECT', basis }
  if (isEmpowered) return undefined
  return { id: 'policy.subject', params: { item, org }, rule: 'R-SUBJECT', basis }
}

/** The same for a task; passing the matter on to the body in charge is always possible. */
export const subject: Policy = request => {
  const { task, values } = request
  if (!task.kind || !NEEDS_EMPOWERMENT.has(task.kind) || PASSED_ON.has(values?.verifySuggestion)) return undefined
  const { itemCode, isEmpowered } = request.case
  if (itemCode !== undefined && isEmpowered) return undefined
  return objectionToSubject({ itemCode, item: request.case.itemName, org: request.case.orgName ?? '', isEmpowered })
}

const PASSED_ON: ReadonlySet<unknown> = new Set(['transfer', 'criminal', 'notFile'])
