import { officeDate } from '../../clock/office-date.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { objectionToHandlers } from '../../policies/case-handlers.ts'
import { policyPersonAt } from '../acts/policy-person.ts'
import { HANDLER_ROLE, requireHandlers } from '../acts/task-guard.ts'
import type { House } from '../house.ts'
import { refusalOf, wrongFields } from '../problem.ts'

/** Who shall handle a case, and who does. */
export interface Handling {
  caseNo: string
  orgCode: string
  wanted: readonly string[]
  present: readonly string[]
}

/**
 * The records that make these people, and nobody else, the handlers of a case: officers of its street, two at least,
 * each with a certificate that is valid now.
 * @throws Problem 422; CommandRejected 403 by R-TWO, R-CERT or R-SOD
 */
export function handlerRecords(house: House, { caseNo, orgCode, wanted, present }: Handling): RegisterRecord[] {
  const now = house.clock.now()
  const people = [...new Set(wanted)].map(
    id => house.people.findPerson(id, officeDate(now)) ?? { personId: id, name: id, appointments: [] },
  )
  const strangers = people.filter(({ appointments }) => !appointments.some(each => isOfficerOf(house, each, orgCode)))
  if (strangers.length > 0)
    throw wrongFields(
      strangers.map(({ name }) => ({ path: '/handlerIds', id: 'field.not-an-officer', params: { person: name } })),
    )
  const holders = people.map(person => ({ name: person.name, ...policyPersonAt(house, person, now) }))
  const objection = objectionToHandlers(holders)
  if (objection) throw refusalOf(objection)
  requireHandlers(house, caseNo, wanted)
  const isGone = (id: string) => !wanted.includes(id)
  return [
    ...people
      .filter(({ personId }) => !present.includes(personId))
      .map(({ personId }) => officerRecord(house, caseNo, personId)),
    ...present.filter(isGone).map(id => ({ register: 'case-officers', op: 'delete' as const, id: `${caseNo}/${id}` })),
  ]
}

function isOfficerOf({ people }: House, { role, org }: { role: string; org: string }, orgCode: string): boolean {
  return role === HANDLER_ROLE && people.findOrganisation(org)?.entity === orgCode
}

/** With the certificate as it is at the act. */
function officerRecord(house: House, caseNo: string, personId: string): RegisterRecord {
  const held = house.registers.certificates.certificatesOf(personId, house.clock.now())
  const certificate = held.find(({ kind, state }) => kind === 'enforcement' && state === 'valid')
  return {
    register: 'case-officers',
    op: 'put',
    id: `${caseNo}/${personId}`,
    value: {
      certificateNumber: certificate?.number ?? null,
      certificateValidTo: certificate?.validTo ?? null,
    },
  }
}
