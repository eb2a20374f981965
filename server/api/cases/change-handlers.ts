import type { Json, Variables } from '../../engine/index.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { checkedValues } from '../acts/checked-values.ts'
import { type Fact, factsIn } from '../acts/late-entry.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { wrongFields } from '../problem.ts'
import { submit } from '../submit.ts'
import { handlersForm } from './case-forms.ts'
import { changeRecord } from './case-records.ts'
import { directorAt, requireDirector, requireOpen } from './case-rights.ts'
import { caseNow } from './change-case.ts'
import { handlerRecords } from './handlers.ts'
import { handlersFormOf } from './ready-forms.ts'

/** Whoever is answerable for them names the handlers of a case anew. @throws Problem 422; CommandRejected 403 by R-TWO or R-CERT */
export async function changeHandlers(
  house: House,
  caller: Caller,
  caseNo: string,
  given: Variables,
  lateReason?: string,
): Promise<void> {
  let facts: Fact[] = []
  const register: RegisterRecord[] = []
  const payload: Record<string, Json> = {}
  const { orgCode } = caseNow(house, caseNo)
  await submit(house, caller, {
    kind: 'register',
    verb: 'case.handlers',
    caseNo,
    subject: { caseNo },
    appointment: directorAt(house, caller.person, orgCode),
    register,
    payload,
    permit: person => {
      const found = caseNow(house, caseNo)
      requireDirector(house, person, found)
      requireOpen(found)
      const values = checkedValues(house, handlersFormOf(house, found), given, {})
      const { handlerIds, reason } = values
      const records = newHandlers(house, caseNo, handlerIds as string[], String(reason))
      register.splice(0, register.length, ...records)
      Object.assign(payload, { handlerIds, reason })
      facts = factsIn(handlersForm, { variables: values, known: {}, reason: lateReason })
    },
    facts: () => facts,
  })
}

/**
 * The records of a change of handlers, for the act that makes it: their rows and the line in the history of the case.
 * @throws Problem 422; CommandRejected 403 by R-TWO or R-CERT
 */
export function newHandlers(house: House, caseNo: string, wanted: readonly string[], reason: string): RegisterRecord[] {
  const { orgCode, handlers } = caseNow(house, caseNo)
  const present = handlers.map(({ personId }) => personId)
  const records = handlerRecords(house, { caseNo, orgCode, wanted, present })
  if (records.length === 0) throw wrongFields([{ path: '/handlerIds', id: 'case.unchanged', params: {} }])
  const named = (ids: readonly string[]) => ids.map(id => house.people.nameOf(id) ?? id).join('、')
  return [...records, changeRecord(caseNo, { kind: 'handlers', before: named(present), after: named(wanted), reason })]
}
