import { officeDate } from '../../clock/office-date.ts'
import type { Json, Variables } from '../../engine/index.ts'
import type { JsonObject } from '../../forms/index.ts'
import type { Person } from '../../identity/person.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { filedBeforeAsOf, objectionToSubject, type PolicyAppointment } from '../../policies/index.ts'
import { PERSONAL_PARTY_MEMBERS } from '../../registers/cases/party-rows.ts'
import { checkFiles } from '../acts/check-files.ts'
import { checkedValues } from '../acts/checked-values.ts'
import { filingsOf } from '../acts/filings.ts'
import { type Fact, factsIn } from '../acts/late-entry.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { refusalOf } from '../problem.ts'
import { submit } from '../submit.ts'
import { registrationForm } from './case-forms.ts'
import { type CaseMaterial, caseRecord, materialRecords } from './case-records.ts'
import { officerAt, requireOfficer } from './case-rights.ts'
import { handlerRecords } from './handlers.ts'
import { partyRecord } from './party-records.ts'
import { registrationFormOf } from './ready-forms.ts'
import { numberTakenUp } from './taken-up.ts'

/** What the registration of a case answers. */
export interface RegisteredAs {
  caseNo: string
  /** A case of another street that may be about the same conduct (行政处罚法 第25条). */
  earlier?: { caseNo: string; org: string }
}

/** Cases of the ordinary procedure. */
const KIND = 'PT'

/** What an officer says beside the form. */
export interface Registering {
  /** Why a fact of it is entered late. */
  lateReason?: string | undefined
  /** The number under which a procedure runs already and which nobody registered; default: the next one. */
  caseNo?: string | undefined
}

/**
 * 立案: an officer of a street registers a case; its number is given here.
 * @throws Problem 422; CommandRejected 403 by R-TWO, R-CERT, R-SUBJECT or R-FIRST-FILED
 */
export async function registerCase(
  house: House,
  caller: Caller,
  given: Variables,
  { lateReason, caseNo }: Registering = {},
): Promise<RegisteredAs> {
  let facts: Fact[] = []
  const appointment = officerAt(caller.person)
  const register: RegisterRecord[] = []
  const answer: RegisteredAs = { caseNo: '' }
  const subject: Record<string, string> = {}
  await submit(house, caller, {
    kind: 'register',
    verb: 'case.register',
    appointment,
    subject,
    register,
    personal: PERSONAL_PARTY_MEMBERS,
    permit: (person, act) => {
      const filed = fileCase(house, person, { appointment, given, caseNo })
      register.splice(0, register.length, ...filed.register)
      Object.assign(answer, filed.answer)
      facts = factsIn(registrationForm, { variables: given, known: {}, reason: lateReason })
      subject.caseNo = answer.caseNo
      act.caseNo = answer.caseNo
    },
    facts: () => facts,
  })
  return answer
}

interface Filed {
  appointment: PolicyAppointment | undefined
  given: Variables
  caseNo: string | undefined
}

/** The same, by an officer of the street. */
function fileCase(house: House, person: Person, { appointment, given, caseNo: borne }: Filed) {
  const orgCode = requireOfficer(house, person, appointment)
  return filedCase(house, person, { orgCode, given, caseNo: borne })
}

/**
 * What the registration of a case writes, whoever is entitled to it; inside the savepoint, so that numbers follow each other.
 * @throws Problem 422; CommandRejected 403 by R-TWO, R-CERT, R-SUBJECT or R-FIRST-FILED
 */
export function filedCase(
  house: House,
  person: Person,
  { orgCode, given, caseNo: borne }: { orgCode: string; given: Variables; caseNo?: string | undefined },
): { register: RegisterRecord[]; answer: RegisteredAs } {
  // The form offers only what the street is empowered to; who asks for something else is told the rule.
  requireSubject(house, orgCode, given.itemCode)
  const form = registrationFormOf(house, orgCode)
  const values = checkedValues(house, form, given, {}) as JsonObject
  checkFiles(house, person, form, values)
  const handlers = values.handlerIds as string[]
  const party = partyRecord(house, orgCode, values)
  const earlier = requireFree(house, orgCode, values)
  const today = officeDate(house.clock.now())
  const caseNo =
    borne === undefined
      ? house.cases.nextNumber(orgCode, KIND, today.slice(0, 4))
      : numberTakenUp(house, person, orgCode, borne)
  const row = { ...contentOf(values), orgCode, partyId: party.id }
  const materials = (values.materials ?? []) as unknown as CaseMaterial[]
  const register = [
    party,
    caseRecord(caseNo, row),
    ...handlerRecords(house, { caseNo, orgCode, wanted: handlers, present: [] }),
    ...materialRecords(caseNo, materials),
  ]
  return { register, answer: { caseNo, ...(earlier && { earlier }) } }
}

function nameOf({ people }: House, orgCode: string): string {
  return people.findOrganisation(orgCode)?.name ?? orgCode
}

/** R-SUBJECT; whether an item is named at all is the form's to say. */
function requireSubject(house: House, orgCode: string, itemCode: Json | undefined): void {
  if (typeof itemCode !== 'string' || itemCode === '') return
  const today = officeDate(house.clock.now())
  const isEmpowered = house.items.isEmpowered(orgCode, itemCode, today)
  const item = house.items.find(itemCode, today)?.name
  const objection = objectionToSubject({ itemCode, item, org: nameOf(house, orgCode), isEmpowered })
  if (objection) throw refusalOf(objection)
}

/** R-FIRST-FILED. @returns a case of somebody else that may be the same */
function requireFree(house: House, orgCode: string, values: JsonObject): RegisteredAs['earlier'] {
  const filings = filingsOf(house, undefined, { ...(values as Variables), orgCode })
  const found = filedBeforeAsOf(filings, officeDate(house.clock.now()))
  if (found.objection) throw refusalOf(found.objection)
  const hint = found.hint?.params
  return hint && { caseNo: String(hint.caseNo), org: String(hint.org) }
}

const CONTENT = ['title', 'itemCode', 'source', 'place', 'discoveredOn', 'conductFrom', 'conductTo', 'facts', 'basis']

function contentOf(values: JsonObject): Record<string, Json> {
  const content = Object.fromEntries(CONTENT.map(name => [name, (values[name] ?? null) as Json]))
  const clause58 = Array.isArray(values.clause58) ? (values.clause58 as Json[]) : []
  return { ...content, proposedPenalty: null, hearingEndedOn: null, clause58 }
}
