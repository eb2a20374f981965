import { dayOf } from '../../deadlines/office-day.ts'
import { CommandRejected, type Json, type Variables } from '../../engine/index.ts'
import type { JsonObject } from '../../forms/index.ts'
import type { Person } from '../../identity/person.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { objectionToSuspended, type PolicyAppointment } from '../../policies/index.ts'
import type { RegisteredCase } from '../../registers/cases/case-queries.ts'
import { suspensionNow } from '../acts/case-office.ts'
import { checkFiles } from '../acts/check-files.ts'
import { checkedValues } from '../acts/checked-values.ts'
import { type Fact, factsIn } from '../acts/late-entry.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { refusalOf, wrongFields } from '../problem.ts'
import { submit } from '../submit.ts'
import { CLOSE_REASONS, wordOf } from './case-choices.ts'
import { closingForm } from './case-forms.ts'
import { type CaseMaterial, changeRecord, materialRecords } from './case-records.ts'
import { requireOpen } from './case-rights.ts'
import { caseNow } from './change-case.ts'

/** Offices that approve the end of a case: heads of the office in whose name it was decided. */
const HEADS: ReadonlySet<string> = new Set(['subdistrict-deputy', 'subdistrict-head'])

/** Grounds of a case in which nothing was decided: they need no passed review (行政处罚法 第58条). */
const UNDECIDED: ReadonlySet<string> = new Set(['transferred', 'criminal', 'terminated'])

/**
 * 结案: a head of the street office closes a case. Refused while a procedure of it runs, while it stands still, while
 * defects of its evidence wait for a judgement, and, under article 58, without a review that passed after the last change.
 * @throws Problem 422; CommandRejected 403, 409
 */
export async function closeCase(
  house: House,
  caller: Caller,
  caseNo: string,
  given: Variables,
  lateReason?: string,
): Promise<void> {
  const register: RegisterRecord[] = []
  const payload: Record<string, Json> = {}
  let facts: Fact[] = []
  await submit(house, caller, {
    kind: 'register',
    verb: 'case.close',
    caseNo,
    subject: { caseNo },
    appointment: headAt(house, caller.person, caseNow(house, caseNo)),
    register,
    payload,
    permit: person => {
      const found = caseNow(house, caseNo)
      requireClosable(house, person, found)
      const values = checkedValues(house, closingForm, given, {}) as JsonObject
      checkFiles(house, person, closingForm, values)
      requireReviewed(house, found, String(values.closeReason))
      requireAfterFiling(found, String(values.closedOn))
      register.splice(0, register.length, ...recordsOf(caseNo, values))
      Object.assign(payload, { closeReason: values.closeReason, reason: values.reason })
      facts = factsIn(closingForm, { variables: values as Variables, known: {}, reason: lateReason })
    },
    facts: () => facts,
  })
}

/** The appointment by which somebody closes cases of a street. */
function headAt(house: House, person: Person, { orgCode }: RegisteredCase): PolicyAppointment | undefined {
  return person.appointments.find(
    ({ role, org }) => HEADS.has(role) && house.people.findOrganisation(org)?.entity === orgCode,
  )
}

/** Whether somebody may close a case now, whatever the ground. @throws CommandRejected 403, 409 */
export function requireClosable(house: House, person: Person, found: RegisteredCase): void {
  const { caseNo } = found
  if (!headAt(house, person, found)) throw refused('FORBIDDEN', 'case.close.heads-only', { caseNo })
  requireOpen(found)
  if (house.cases.everHandlersOf(caseNo).includes(person.personId))
    throw refused('FORBIDDEN', 'case.close.own', {}, { rule: 'R-SOD', basis: ['行政处罚法 第58条'] })
  const objection = objectionToSuspended(suspensionNow(house, caseNo))
  if (objection) throw refusalOf(objection)
  const running = house.instances
    .keysOfCase(caseNo)
    .flatMap(key => house.instances.find(key) ?? [])
    .filter(({ state }) => state === 'ACTIVE')
  if (running.length > 0)
    throw refused('INVALID_STATE', 'case.close.procedures', {
      procedures: [...new Set(running.map(({ processName, bpmnProcessId }) => processName ?? bpmnProcessId))],
    })
  const count = house.evidenceDefects.openIn(caseNo)
  if (count > 0) throw refused('INVALID_STATE', 'case.close.defects', { count: String(count) })
}

/** R-REVIEW-GATE at the end of the case: what was decided under article 58 was decided on a passed review. */
function requireReviewed(house: House, found: RegisteredCase, closeReason: string): void {
  if (!found.isUnder58 || UNDECIDED.has(closeReason)) return
  const passedAt = house.reviews.passedAt(found.caseNo)
  if (passedAt !== undefined && passedAt > found.lastMaterialChangeAt) return
  const rests = { rule: 'R-REVIEW-GATE', basis: ['行政处罚法 第58条第1款'] }
  throw refused('FORBIDDEN', 'case.close.no-review', {}, rests)
}

function requireAfterFiling({ filedAt }: RegisteredCase, closedOn: string): void {
  const filed = dayOf(filedAt)
  if (closedOn >= filed) return
  throw wrongFields([{ path: '/closedOn', id: 'case.close.before-filing', params: { filed } }])
}

function recordsOf(caseNo: string, values: JsonObject): RegisterRecord[] {
  const closeReason = String(values.closeReason)
  const approval = values.approval as CaseMaterial['file'] | null | undefined
  const after = wordOf(CLOSE_REASONS, closeReason, 'zh')
  return [
    { register: 'case-closings', op: 'put', id: caseNo, value: { closeReason } },
    ...(approval ? materialRecords(caseNo, [{ kind: 'other', file: approval }]) : []),
    changeRecord(caseNo, { kind: 'closed', before: null, after, reason: String(values.reason) }),
  ]
}

function refused(
  type: 'FORBIDDEN' | 'INVALID_STATE',
  id: string,
  params: Record<string, string | string[]>,
  rests: { rule: string; basis: string[] } = { rule: 'R-CLOSE', basis: [] },
): CommandRejected {
  return new CommandRejected(type, `${id} ${JSON.stringify(params)}`, { id, params, ...rests })
}
