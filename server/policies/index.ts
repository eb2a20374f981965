import { auxiliaryStaff } from './auxiliary-staff.ts'
import { candidate } from './candidate.ts'
import type { Objection, Policy, TaskRequest } from './policy.ts'
import { processAdministrator } from './process-administrator.ts'
import { separationOfDuty } from './separation-of-duty.ts'

/** The rules over user tasks, in the order in which their objection is told. */
const policies: readonly Policy[] = [processAdministrator, candidate, auxiliaryStaff, separationOfDuty]

/** Verbs that only take a task off somebody's desk; the rules of the trade do not bar them. */
const HOUSEKEEPING = new Set(['release'])

/** The first objection of the rules to doing this with a task, or nothing. */
export function objectionTo(request: TaskRequest): Objection | undefined {
  const asked = HOUSEKEEPING.has(request.verb) ? [candidate] : policies
  for (const policy of asked) {
    const objection = policy(request)
    if (objection) return objection
  }
  return undefined
}

export { appointmentFor } from './candidate.ts'
export type { Objection, Participation, PolicyAppointment, PolicyPerson, PolicyTask, TaskVerb } from './policy.ts'
export { objectionToStart } from './starter.ts'
export { policyWords } from './words.ts'
