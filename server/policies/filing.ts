import { dayOf, type OfficeDay } from '../deadlines/office-day.ts'
import { type FiledBefore, filedBefore } from './first-filed.ts'
import { DOING } from './kinds.ts'
import type { Policy, PolicyCase } from './policy.ts'

/** R-FIRST-FILED where a case is filed in a task (kind `case-filing`); passing the matter on is always possible. */
export const filing: Policy = ({ verb, task, values, at, case: facts }) => {
  if (task.kind !== 'case-filing' || !DOING.has(verb) || PASSED_ON.has(values?.verifySuggestion)) return undefined
  return filedBeforeAsOf(facts.filings, dayOf(at)).objection
}

const PASSED_ON: ReadonlySet<unknown> = new Set(['transfer', 'criminal', 'notFile'])

/** Who filed the same conduct before; one that goes on lasts until today. */
export function filedBeforeAsOf({ wanted, earlier }: PolicyCase['filings'], today: OfficeDay): FiledBefore {
  if (!wanted) return {}
  const lasting = <T extends { conductTo?: string | undefined }>(each: T): T => ({
    ...each,
    conductTo: each.conductTo ?? today,
  })
  return filedBefore(lasting(wanted), earlier.map(lasting))
}
