import type { Objection, PolicyHolder } from './policy.ts'
import { objectionToProcessAdministrator } from './process-administrator.ts'

/** R-ROLE for a start: only holders of one of the procedure's `startRoles`; a procedure without any is started by nobody. */
export function objectionToStart(person: PolicyHolder, startRoles: readonly string[]): Objection | undefined {
  const refusal = objectionToProcessAdministrator(person)
  if (refusal) return refusal
  if (person.appointments.some(({ role }) => startRoles.includes(role))) return undefined
  return {
    id: 'policy.no-start-role',
    params: { roles: startRoles.map(role => `role.${role}`) },
    rule: 'R-ROLE',
    basis: [],
  }
}
