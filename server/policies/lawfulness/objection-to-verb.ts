import { TASK_KINDS } from '../kinds.ts'
import type { Objection } from '../policy.ts'
import { cellOf, type Verdict } from './table.ts'
import type { LawVerbId } from './verbs.ts'

/** A verb that somebody wants to use on a task. */
export interface VerbUse {
  verb: LawVerbId
  /** Of the task; absent where its diagram does not say. */
  kind?: string | undefined
  /** Verbs that its diagram closes although the law allows them. */
  closed?: readonly string[]
  reason?: string | undefined
  /** A second person takes part: a superior, or who signs second. */
  hasSecond?: boolean
}

/** R-LAWFUL: a verb that the table forbids on this kind of task, or whose condition is not met (server/policies/lawfulness/table.ts). */
export function objectionToVerb({ verb, kind, closed = [], reason, hasSecond }: VerbUse): Objection | undefined {
  const { verdict, basis } = cellOf(verb, kind)
  if (closed.includes(verb)) return objection('closed', verb, kind, [])
  if (verdict === 'forbidden') return objection('forbidden', verb, kind, basis)
  if (verdict === 'second' && hasSecond !== true) return objection('second', verb, kind, basis)
  const isUnsaid = (verdict === 'reason' || verdict === 'second') && !reason?.trim()
  return isUnsaid ? objection('reason', verb, kind, basis) : undefined
}

function objection(
  why: 'closed' | Exclude<Verdict, 'allowed'>,
  verb: LawVerbId,
  kind: string | undefined,
  basis: readonly string[],
): Objection {
  const known = kind !== undefined && kind in TASK_KINDS ? kind : 'unstated'
  const params = { verb: `law-verb.${verb}`, kind: `kind.${known}`, why: `law-cell.${verb}.${known}` }
  return { id: `policy.lawfulness.${why}`, params, rule: 'R-LAWFUL', basis: [...basis] }
}
