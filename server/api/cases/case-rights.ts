import { CommandRejected } from '../../engine/index.ts'
import type { Person } from '../../identity/person.ts'
import type { PolicyAppointment } from '../../policies/index.ts'
import { objectionToSuspended } from '../../policies/suspended.ts'
import type { RegisteredCase } from '../../registers/cases/case-queries.ts'
import { suspensionNow } from '../acts/case-office.ts'
import { policyPersonAt } from '../acts/policy-person.ts'
import { HANDLER_ROLE } from '../acts/task-guard.ts'
import type { House } from '../house.ts'
import { refusalOf } from '../problem.ts'

/** The procedure that reviews cases. */
export const REVIEW_PROCESS = 'legal-review'

/** Offices that say who handles a case: those who are answerable for the handlers. */
const DIRECTORS: ReadonlySet<string> = new Set(['center-director', 'subdistrict-deputy', 'subdistrict-head'])

/** The appointment under which somebody handles cases. */
export function officerAt(person: Person): PolicyAppointment | undefined {
  return person.appointments.find(({ role }) => role === HANDLER_ROLE)
}

/** The street of an officer with a valid certificate. @throws CommandRejected 403 for anybody else: R-AUX, R-CERT */
export function requireOfficer(house: House, person: Person, acting: PolicyAppointment | undefined): string {
  const held = person.appointments.find(({ role, org }) => role === acting?.role && org === acting.org)
  const street = held && house.people.findOrganisation(held.org)?.entity
  if (street === undefined)
    throw new CommandRejected('FORBIDDEN', `'${person.personId}' is no officer of a street`, {
      ...{ id: 'case.officers-only', rule: 'R-AUX', basis: ['行政处罚法 第42条'] },
    })
  const { certificates } = policyPersonAt(house, person, house.clock.now())
  if (certificates.some(({ kind, state }) => kind === 'enforcement' && state === 'valid')) return street
  throw new CommandRejected('FORBIDDEN', `'${person.personId}' holds no valid certificate`, {
    ...{ id: 'case.own-certificate', rule: 'R-CERT', basis: ['行政处罚法 第42条'] },
  })
}

/** Only those who handle a case change it, or take it further. */
export function requireHandler(person: Pick<Person, 'personId'>, found: RegisteredCase): void {
  if (found.handlers.some(({ personId }) => personId === person.personId)) return
  throw new CommandRejected('FORBIDDEN', `'${person.personId}' does not handle ${found.caseNo}`, {
    id: 'case.handlers-only',
    params: { caseNo: found.caseNo },
  })
}

/** The appointment by which somebody says who handles the cases of a street. */
export function directorAt(house: House, person: Person, orgCode: string): PolicyAppointment | undefined {
  return person.appointments.find(
    ({ role, org }) => DIRECTORS.has(role) && house.people.findOrganisation(org)?.entity === orgCode,
  )
}

/** @throws CommandRejected 403 */
export function requireDirector(house: House, person: Person, { orgCode, caseNo }: RegisteredCase): void {
  if (directorAt(house, person, orgCode)) return
  throw new CommandRejected('FORBIDDEN', `'${person.personId}' does not direct the handlers of ${caseNo}`, {
    id: 'case.directors-only',
    params: { caseNo },
  })
}

/** A closed case is only read. @throws CommandRejected 409 */
export function requireOpen({ caseNo, state }: RegisteredCase): void {
  if (state !== 'closed') return
  throw new CommandRejected('INVALID_STATE', `${caseNo} is closed`, { id: 'case.closed', params: { caseNo } })
}

/** Whether somebody may send a case to review now. @throws CommandRejected 403, 409 */
export function requireReviewable(house: House, person: Person, found: RegisteredCase): void {
  requireHandler(person, found)
  requireOpen(found)
  const objection = objectionToSuspended(suspensionNow(house, found.caseNo))
  if (objection) throw refusalOf(objection)
  if (found.state !== 'reviewing') return
  throw new CommandRejected('INVALID_STATE', `A review of ${found.caseNo} is going on`, {
    id: 'case.reviewed-already',
    params: { caseNo: found.caseNo },
  })
}
