import { HANDLING } from './kinds.ts'
import type { Policy } from './policy.ts'

/**
 * R-AUX: auxiliary staff neither carry out enforcement acts nor handle cases (国办发〔2024〕54号, to be verified),
 * whatever else they are appointed to.
 */
export const auxiliaryStaff: Policy = ({ person, task }) => {
  const isEnforcement = task.enforcementAct || (task.kind !== undefined && HANDLING.has(task.kind))
  return isEnforcement && person.appointments.some(({ role }) => role === 'street-aux')
    ? { id: 'policy.auxiliary-staff', rule: 'R-AUX', basis: ['国办发〔2024〕54号【待核】'] }
    : undefined
}
