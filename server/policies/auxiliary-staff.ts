import type { Policy } from './policy.ts'

/** R-AUX: auxiliary staff complete no enforcement act (国办发〔2024〕54号, to be verified), whatever else they are appointed to. */
export const auxiliaryStaff: Policy = ({ person, task }) =>
  task.enforcementAct && person.appointments.some(({ role }) => role === 'street-aux')
    ? { id: 'policy.auxiliary-staff', rule: 'R-AUX', basis: ['国办发〔2024〕54号【待核】'] }
    : undefined
