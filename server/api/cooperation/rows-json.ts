import { dayOf } from '../../deadlines/office-day.ts'
import type { Json } from '../../engine/index.ts'
import type { Dispute } from '../../registers/disputes.ts'
import type { ProcedureRow } from '../../registers/procedure-register.ts'
import type { Transfer } from '../../registers/transfers.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import type { DisputeJson, TransferJson } from './schemas.ts'
import { actions, disputeKinds, outcomes, returnReasons, stopped } from './words.ts'

type Words = typeof outcomes
type Knows = Pick<House, 'people' | 'items' | 'clock'>

const coded = (words: Words, value: string, language: Language) => ({
  value,
  label: words[value]?.[language] ?? value,
})
const orgOf = ({ people }: Pick<House, 'people'>, id: string) => ({ id, name: people.findOrganisation(id)?.name ?? id })
const textOf = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)
const objectOf = (value: Json): Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}

function commonOf(row: ProcedureRow & { caseTitle: string | null }, language: Language) {
  return {
    processInstanceKey: row.processInstanceKey,
    caseNo: row.caseNo,
    title: row.caseTitle,
    outcome: coded(outcomes, row.outcome ?? 'running', language),
    reason: row.outcomeReason,
    startedAt: new Date(row.openedAt).toISOString(),
    endedAt: row.endedAt === null ? null : new Date(row.endedAt).toISOString(),
  }
}

/** A row of the register of transfers as pages and files know it. */
export function transferJson(house: Knows, row: Transfer, language: Language): TransferJson {
  const day = dayOf(house.clock.now())
  const feedback = row.feedback ?? {}
  const itemOf = (id: string) => ({ id, name: house.items.find(id, day)?.name ?? id })
  return {
    ...commonOf(row, language),
    transferId: row.transferId,
    round: row.roundTrip + 1,
    from: orgOf(house, row.fromOrg),
    to: orgOf(house, row.toOrg),
    isUrgent: Number(row.isUrgent) === 1,
    items: (row.itemCodes ?? []).map(itemOf),
    ...{ determinedAt: row.determinedAt, transferReason: row.transferReason, transferBasis: row.transferBasis },
    acceptedItems: (row.acceptedItems ?? []).map(itemOf),
    stopped: coded(stopped, stoppedHow(row), language),
    isInformed: row.informed?.informed === true,
    materials: row.materials?.length ?? 0,
    goods: (row.goods ?? []).map(objectOf).map(each => [each.name, each.amount].map(textOf).join(' ')),
    docNo: row.docNo,
    sentAt: row.sentAt,
    receivedAt: row.receivedAt,
    action: row.receiveAction === null ? null : coded(actions, row.receiveAction, language),
    returnReason: row.returnReason === null ? null : coded(returnReasons, row.returnReason, language),
    handedOverAt: row.handedOverAt,
    filed: typeof feedback.filed === 'boolean' ? feedback.filed : null,
    receivedCaseNo: textOf(feedback.caseNo),
    result: textOf(feedback.result) ?? textOf(feedback.reason),
    resultAt: textOf(feedback.at),
  }
}

function stoppedHow({ stopOrder }: Transfer): string {
  if (stopOrder?.ongoing === false) return 'ended'
  if (stopOrder?.ordered !== true) return 'no'
  return stopOrder.mode === 'written' ? 'written' : 'oral'
}

/** A row of the register of disputes as pages and files know it. */
export function disputeJson(house: Knows, row: Dispute, language: Language): DisputeJson {
  return {
    ...commonOf(row, language),
    disputeId: row.disputeId,
    kind: coded(disputeKinds, row.disputeKind ?? '', language),
    arisenAt: row.arisenAt,
    applicant: orgOf(house, row.applicantOrg),
    respondents: row.respondentOrgs.map(org => orgOf(house, org)),
    issue: row.issue,
    positions: row.positions,
    answers: Array.isArray(row.answers) ? row.answers.flatMap(each => textOf(objectOf(each).text) ?? []) : [],
    conclusion: row.conclusion ?? row.decisionReason,
    decisionReason: row.decisionReason,
    interimLead: row.interimLeadOrg === null ? null : orgOf(house, row.interimLeadOrg),
    designating: row.designatingOrg === null ? null : orgOf(house, row.designatingOrg),
    outsideDocDate: row.outsideDocDate,
    owner: row.ownerOrg === null ? null : orgOf(house, row.ownerOrg),
    refId: row.refId,
    docNos: [...(row.docNos ?? []), ...(row.outsideDocNo === null ? [] : [row.outsideDocNo])],
  }
}
