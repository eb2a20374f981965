import type { Person } from '../../identity/person.ts'
import { type Escalation, escalationNoteRecord } from '../../registers/escalations.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { submit } from '../submit.ts'

/** The offices whose escalations are a person's to see: his own, and, as what goes up names a street, those above it. */
export function escalationOffices({ people }: House, { appointments }: Pick<Person, 'appointments'>) {
  return appointments.flatMap(({ role, org }) => {
    const line = [org]
    for (let next = people.findOrganisation(org); next?.parent && !line.includes(next.parent); )
      next = people.findOrganisation(line[line.push(next.parent) - 1]!)
    return line.map(each => ({ role, org: each }))
  })
}

/** Whether an escalation is addressed to one of a person's offices. */
export function isAddressedTo(house: House, person: Pick<Person, 'appointments'>, { toRole, toOrg }: Escalation) {
  return escalationOffices(house, person).some(({ role, org }) => role === toRole && (toOrg === null || toOrg === org))
}

/**
 * Takes note of an escalation; who did, and what he says to it, stays with it.
 * @throws Problem 404: also for whom it does not concern
 */
export async function noteEscalation(house: House, caller: Caller, seq: number, note: string | null): Promise<void> {
  const escalation = house.escalations.find(seq)
  if (!escalation || !isAddressedTo(house, caller.person, escalation)) throw new Problem('resource.not-found')
  const { processInstanceKey, userTaskKey, elementId, caseNo } = escalation
  await submit(house, caller, {
    kind: 'register',
    verb: 'escalation.note',
    ...(caseNo !== null && { caseNo }),
    subject: { escalation: String(seq), processInstanceKey, elementId, ...(userTaskKey !== null && { userTaskKey }) },
    payload: { ...(note !== null && { note }) },
    permit: (person, act) => {
      if (!isAddressedTo(house, person, escalation)) throw new Problem('resource.not-found')
      act.register = [escalationNoteRecord(seq, person.personId, act.at, note)]
    },
  })
}
