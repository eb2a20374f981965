import type { Variables } from '../../engine/index.ts'
import type { JsonObject } from '../../forms/index.ts'
import { checkedValues } from '../acts/checked-values.ts'
import { type Started, startProcess } from '../acts/start-process.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { reviewForm } from './case-forms.ts'
import { REVIEW_PROCESS } from './case-rights.ts'
import { caseNow } from './change-case.ts'

/** 送审: starts a review of a case with what the case says itself. @throws Problem 422; CommandRejected 403, 409 */
export async function startReview(house: House, caller: Caller, caseNo: string, given: Variables): Promise<Started> {
  const found = caseNow(house, caseNo)
  const asked = checkedValues(house, reviewForm, given, {}) as JsonObject as Variables
  const party = house.parties.find(found.partyId)
  return startProcess(house, caller, REVIEW_PROCESS, {
    ...asked,
    caseNo,
    caseTitle: found.title,
    partyName: party?.tradeName ?? party?.partyName ?? '',
    handlerIds: found.handlers.map(({ personId }) => personId),
  })
}
