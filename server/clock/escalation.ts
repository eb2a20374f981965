import type { LimitConsequence } from '../deadlines/parameters/limit-parameter.ts'
import type { Escalated } from '../registers/escalations.ts'
import type { LimitEntry } from '../registers/limit-queries.ts'

/**
 * Whom the end of a limit concerns when its task does not say: the deputy head who answers for the work; and where
 * something lapsed or was lost by it, the supervisor of the justice office (【示例·可配置】 by the header `escalateTo`).
 */
const ADDRESSEES: Readonly<Record<LimitConsequence, string | undefined>> = {
  warn: undefined,
  escalate: 'subdistrict-deputy',
  release: 'justice-office-supervisor',
  forfeit: 'justice-office-supervisor',
}

/** `escalateTo` of a task whose diagram sends up itself what its limit's end brings about (job `escalate`). */
const BY_THE_DIAGRAM = 'diagram'

/**
 * What goes up because a limit is over, and to whom: to `escalateTo`, a role or `role@org`, else by what the end brings
 * about. Nothing where people are only warned and the diagram names nobody, or where it draws the escalation.
 * @param office the body in whose name the work is done
 */
export function escalationOf(limit: LimitEntry, office: string | undefined): Escalated | undefined {
  const { consequence, key } = limit.parameter
  const to = limit.escalateTo ?? ADDRESSEES[consequence]
  if (to === undefined || to === BY_THE_DIAGRAM) return undefined
  const [toRole = to, toOrg = office ?? null] = to.split('@')
  const { ownerKey, userTaskKey, processInstanceKey, elementId, dueAt } = limit
  return {
    ...{ ownerKey, parameterKey: key, userTaskKey, processInstanceKey, elementId, dueAt, toRole, toOrg },
    consequence: consequence === 'warn' ? 'escalate' : consequence,
  }
}
