import type { OfficeDay } from '../deadlines/office-day.ts'
import type { Objection, PolicyHolder } from './policy.ts'

/** Somebody who is away, and who shall take over what he holds. */
export interface WantedSubstitute {
  absent: PolicyHolder
  substitute: PolicyHolder
  /** The substitute's own absence that falls into the same days. */
  awayUntil?: OfficeDay | undefined
}

/**
 * R-ABSENCE: a substitute is another person who holds an office of his own that the absent one holds too, and is there
 * himself. Substitution gives no right: what he takes over passes every rule as if he claimed it.
 */
export function objectionToSubstitute({ absent, substitute, awayUntil }: WantedSubstitute): Objection | undefined {
  if (absent.id === substitute.id) return objection('self')
  if (awayUntil !== undefined) return objection('away', { until: awayUntil })
  const isPeer = substitute.appointments.some(own =>
    absent.appointments.some(({ role, org }) => role === own.role && org === own.org),
  )
  return isPeer ? undefined : objection('office')
}

/** R-ABSENCE: only the registered substitute takes over, and only what the absent one holds while he is away. */
export function objectionToTakingOver(
  personId: string,
  { holder, substituteId }: { holder: string | undefined; substituteId: string | null | undefined },
): Objection | undefined {
  if (holder === undefined || substituteId === undefined) return objection('present')
  return substituteId === personId ? undefined : objection('not-substitute')
}

function objection(
  why: 'self' | 'away' | 'office' | 'present' | 'not-substitute',
  params: Record<string, string> = {},
): Objection {
  return { id: `policy.absence.${why}`, params, rule: 'R-ABSENCE', basis: [] }
}
