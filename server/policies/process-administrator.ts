import type { Objection, Policy, PolicyHolder } from './policy.ts'

/** R-SOD, its last clause: who may edit the diagrams works no case. */
export const processAdministrator: Policy = ({ person }) => objectionToProcessAdministrator(person)

/** The same clause where there is no task yet: at the start of a procedure. */
export function objectionToProcessAdministrator(person: PolicyHolder): Objection | undefined {
  return person.appointments.some(({ role }) => role === 'process-admin')
    ? { id: 'policy.process-administrator', rule: 'R-SOD', basis: ['行政处罚法 第58条', '国办发〔2018〕118号【待核】'] }
    : undefined
}
