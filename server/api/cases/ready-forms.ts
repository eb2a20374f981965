import { officeDate } from '../../clock/office-date.ts'
import type { Form } from '../../forms/index.ts'
import type { RegisteredCase } from '../../registers/cases/case-queries.ts'
import { HANDLER_ROLE } from '../acts/task-guard.ts'
import { eligibleOfficers } from '../eligible-officers.ts'
import type { House } from '../house.ts'
import { MATERIAL_KINDS, wordOf } from './case-choices.ts'
import { changeForm, handlersForm, registrationForm } from './case-forms.ts'
import { withOptions } from './options.ts'

/** The form of a registration with what the street may choose from today. */
export function registrationFormOf(house: House, orgCode: string): Form {
  return withOptions(registrationForm, { ...itemsOf(house, orgCode), officers: officersOf(house, orgCode) })
}

function itemsOf(house: House, orgCode: string) {
  const today = officeDate(house.clock.now())
  const listed = house.items.listFor(orgCode, today)
  return { items: listed.map(({ itemCode, name }) => ({ label: `${name}（${itemCode}）`, value: itemCode })) }
}

/** The same as its page offers it: only handlers who could be named. */
export function offeredRegistrationForm(house: House, orgCode: string): Form {
  const officers = eligibleOfficers(house, orgCode, null)
  return withOptions(registrationForm, { ...itemsOf(house, orgCode), officers })
}

/** The form of a change with the files of the case. */
export function changeFormOf(house: House, { caseNo }: RegisteredCase): Form {
  const materialList = house.cases
    .materialsOf(caseNo)
    .filter(({ removedAt }) => removedAt === null)
    .map(({ fileId, name, kind }) => ({ label: `${wordOf(MATERIAL_KINDS, kind, 'zh')}：${name}`, value: fileId }))
  return withOptions(changeForm, { materialList })
}

/** The form of a change of handlers with the officers of the street. */
export function handlersFormOf(house: House, { orgCode }: RegisteredCase): Form {
  return withOptions(handlersForm, { officers: officersOf(house, orgCode) })
}

/** The same as its page offers it: only those who could be named. */
export function offeredHandlersForm(house: House, { orgCode, caseNo }: RegisteredCase): Form {
  return withOptions(handlersForm, { officers: eligibleOfficers(house, orgCode, caseNo) })
}

function officersOf({ people, clock }: House, orgCode: string) {
  const isHere = (org: string) => people.findOrganisation(org)?.entity === orgCode
  return people
    .listPeople(officeDate(clock.now()), { role: HANDLER_ROLE })
    .filter(({ appointments }) => appointments.some(({ role, org }) => role === HANDLER_ROLE && isHere(org)))
    .map(({ personId, name }) => ({ label: name, value: personId }))
}
