import type { Json } from '../../server/engine/index.ts'
import { askingDiagram } from './asking-diagram.ts'
import type { Play } from './play.ts'
import { procedure } from './procedure.ts'
import { people, powers, STREET_ITEM, WATER } from './transfer-people.ts'

/** Who must be known in the office of a file with these scenarios. */
export const takingPart = powers

export { people, STREET_ITEM, WATER }

/** Who works for the side that sends. */
export interface Senders {
  officer: string
  other: string
  check: string
  head: string
}
const street: Senders = {
  ...{ officer: people.officer, other: people.otherOfficer, check: people.director, head: people.deputy },
}
export const bureau: Senders = {
  ...{ officer: people.deptOfficer, other: people.otherDeptOfficer },
  ...{ check: people.deptGuide, head: people.deptLeader },
}

/** When what these scenarios state has happened: shortly before. */
export const clock = { at: '2026-11-24T09:30:00+08:00' }

/** A transfer of the street to the water bureau that was begun. */
export async function begun(values: Record<string, Json> = {}, by: Senders = street, before?: Play): Promise<Play> {
  const play = before ? before.anew() : await procedure('case-transfer')
  const items = [{ itemCode: WATER }]
  await play.start({ by: by.officer, toOrg: 'WC-SW', items, urgent: false, determinedAt: clock.at, ...values })
  return play
}

const orderedToStop = (): Record<string, Json> => ({
  ...{ ongoing: true, ordered: true, stopMode: 'oral', stopAt: clock.at },
})
export const NOT_STOPPED: Record<string, Json> = { ongoing: true, ordered: false, notOrderedWhy: '当事人不在现场。' }

/** What is filled in where somebody was told. */
export async function told(play: Play): Promise<Record<string, Json>> {
  const informedOrg = (await play.variable('toOrg')) ?? null
  return { informed: true, informedOrg, informedContact: '值班员，88860000', informedAt: clock.at }
}

/** The order to stop, signed by two. */
export async function stopped(play: Play, by: Senders = street, how = orderedToStop()): Promise<void> {
  await play.complete('stop-violation', { as: by.officer, ...how })
  await play.cosign('stop-violation', { as: by.other })
}

/** The papers of a transfer. */
export async function papers(play: Play, by: Senders = street): Promise<Record<string, Json>> {
  const file = await play.file('询问笔录.pdf', { as: by.officer })
  return {
    ...{ transferReason: '违法行为发生在河道管理范围内。', transferBasis: '行政处罚法第二十二条' },
    materials: [{ kind: 'record', file }],
  }
}

/** One that was put together; the office's check is next. */
export async function prepared(
  values: Record<string, Json> = {},
  by: Senders = street,
  more: Record<string, Json> = {},
  before?: Play,
): Promise<Play> {
  const play = await begun(values, by, before)
  await stopped(play, by)
  await play.complete('inform-competent', { as: by.officer, ...(await told(play)) })
  await play.complete('prepare-transfer', { as: by.officer, ...(await papers(play, by)), ...more })
  return play
}

/** The check and the approval. */
export async function approve(play: Play, by: Senders = street): Promise<void> {
  await play.complete('center-check-transfer', { as: by.check, action: 'agree', centerReason: '同意移送。' })
  await play.complete('approve-transfer', { as: by.head, action: 'approve', approveReason: '同意以本机关名义移送。' })
}

/** One that was delivered; the other side has to sign for it. `before` is an earlier one of the same case. */
export async function sent(
  values: Record<string, Json> = {},
  by: Senders = street,
  more: Record<string, Json> = {},
  before?: Play,
): Promise<Play> {
  const play = await prepared(values, by, more, before)
  await approve(play, by)
  await play.complete('send', { as: by.officer, action: 'sent', sentAt: clock.at, sendMethod: 'direct' })
  return play
}

/** Sends it back. */
export async function sendBack(play: Play, as: string = people.waterDesk, receivedAt = clock.at): Promise<void> {
  await play.complete('receive', {
    as,
    ...{ receiveAction: 'return', returnReason: 'notMyDuty', returnNote: '不在河道管理范围内。', receivedAt },
  })
}

/** Accepts it. */
export async function accept(play: Play, as: string = people.waterDesk, more: Record<string, Json> = {}) {
  await play.complete('receive', { as, receiveAction: 'accept', receivedAt: clock.at, ...more })
}

/** One that came back once and was sent again with more papers. */
export async function sentAgain(play: Play, by: Senders = street): Promise<void> {
  const file = await play.file('现场照片.pdf', { as: by.officer })
  await play.complete('handle-return', {
    as: by.officer,
    ...{ returnPlan: 'supplement', returnPlanReason: '补充河道管理范围图。', materials: [{ kind: 'media', file }] },
  })
  await play.complete('send', { as: by.officer, action: 'sent', sentAt: clock.at, sendMethod: 'direct' })
}

/** One that the procedure of the case asked for. @param limit of that procedure, which then goes on */
export async function requestedByCase(limit?: string): Promise<Play> {
  const play = await procedure('case-transfer')
  const key = 'caseNo + "/transfer"'
  const variables = `{transferId: ${key}, caseNo: caseNo, caseTitle: caseTitle, fromOrg: "LDJ", toOrg: "WC-SW", itemCodes: ["${WATER}"], urgent: false, determinedAt: "${clock.at}"}`
  const id = limit === undefined ? 'requests-transfer' : 'main-case'
  const diagram = askingDiagram(id, { name: 'msg.transfer.request', key, variables }, limit)
  await play.startedBy(diagram, { by: people.officer })
  return play
}
