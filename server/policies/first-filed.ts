import { dayOf } from '../deadlines/office-day.ts'
import type { Objection } from './policy.ts'

/** A case as far as it matters who filed first. Days of the conduct where they are known; instants UTC ms. */
export interface Filing {
  caseNo: string
  org: string
  /** As people know it. */
  orgName?: string | undefined
  filedAt: number
  itemCode: string
  /** Identity or credit code of the party; another one is another party. */
  partyId: string
  conductFrom?: string | undefined
  conductTo?: string | undefined
}

export interface FiledBefore {
  /** The same conduct: filing again is refused. */
  objection?: Objection
  /** Perhaps the same conduct: to be looked at before filing. */
  hint?: Objection
}

/**
 * R-FIRST-FILED: where several authorities have jurisdiction, the one that filed first has the case (行政处罚法 第25条).
 * Same party, matter and time is the same conduct; where a time is not known it may be.
 * @param earlier cases of other bodies that are not closed without effect
 */
export function filedBefore(wanted: Omit<Filing, 'caseNo' | 'filedAt'>, earlier: readonly Filing[]): FiledBefore {
  const others = earlier
    .filter(
      ({ org, itemCode, partyId }) => org !== wanted.org && itemCode === wanted.itemCode && partyId === wanted.partyId,
    )
    .sort((a, b) => a.filedAt - b.filedAt)
  const same = others.find(filing => overlap(wanted, filing) === true)
  if (same) return { objection: told('policy.first-filed', same) }
  const perhaps = others.find(filing => overlap(wanted, filing) === undefined)
  return perhaps ? { hint: told('policy.first-filed.perhaps', perhaps) } : {}
}

type Conduct = Pick<Filing, 'conductFrom' | 'conductTo'>

/** Whether two conducts share a day; undefined when nobody knows. */
function overlap(one: Conduct, other: Conduct): boolean | undefined {
  if (one.conductFrom === undefined || other.conductFrom === undefined) return undefined
  return (
    one.conductFrom <= (other.conductTo ?? other.conductFrom) && other.conductFrom <= (one.conductTo ?? one.conductFrom)
  )
}

function told(id: string, { org, orgName = org, caseNo, filedAt }: Filing): Objection {
  const params = { org: orgName, caseNo, filedAt: dayOf(filedAt) }
  return { id, params, rule: 'R-FIRST-FILED', basis: ['行政处罚法 第25条'] }
}
