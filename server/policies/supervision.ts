import { candidate } from './candidate.ts'
import { HANDLING, REVIEWS } from './kinds.ts'
import type { Policy } from './policy.ts'

/** Who supervises enforcement: with a certificate of supervision, and without a case of his own. */
const SUPERVISORS: ReadonlySet<string> = new Set(['justice-office-supervisor', 'justice-supervisor'])
/** Who views what lies below him. */
const VIEWERS: ReadonlySet<string> = new Set([
  ...SUPERVISORS,
  ...['justice-bureau-leader', 'leading-group-office', 'district-leader', 'special-supervisor', 'auditor'],
])
const CASE_WORK: ReadonlySet<string> = new Set([...HANDLING, ...REVIEWS, 'case-decision', 'fine-entry'])

/**
 * R-SUPERVISION: supervisors view by the tree of organisations and never work through it; and who supervises enforcement
 * handles, reviews and decides no case, whatever else he is appointed to (行政执法监督条例, its articles to be verified).
 */
export const supervision: Policy = request => {
  const { person, task, verb } = request
  const offices = person.appointments.filter(({ role }) => VIEWERS.has(role))
  if (offices.length === 0) return undefined
  const objection = candidate(request)
  if (objection)
    return objection.id === 'policy.no-candidate' ? { id: 'policy.supervisor-views', ...R_SUPERVISION } : undefined
  const isBarred =
    verb !== 'release' && CASE_WORK.has(task.kind ?? '') && offices.some(({ role }) => SUPERVISORS.has(role))
  return isBarred ? { id: 'policy.supervisor-works-no-case', ...R_SUPERVISION } : undefined
}

const R_SUPERVISION = { rule: 'R-SUPERVISION', basis: ['行政执法监督条例【待核】'] }
