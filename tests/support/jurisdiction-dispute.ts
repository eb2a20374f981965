import type { Json } from '../../server/engine/index.ts'
import { askingDiagram } from './asking-diagram.ts'
import { departments, outside } from './departments.ts'
import type { Play } from './play.ts'
import { procedure } from './procedure.ts'

/** Who must be known in the office of a file with these scenarios. */
export const takingPart = departments

/** Who does what in the scenarios of a dispute between the street and the urban management bureau. */
export const people = {
  ...outside,
  director: 'zheng-huaiyuan',
  deputy: 'mei-qinghe',
  head: 'yan-shouzheng',
  supervisor: 'wei-mingjian',
  officer: 'lin-shen',
} as const

const ISSUE = '河道边的占道经营由谁查处，双方认识不一。'

/** A dispute that the street's director has put forward. */
export async function begun(values: Record<string, Json> = {}): Promise<Play> {
  const play = await procedure('jurisdiction-dispute')
  await play.start({
    by: people.director,
    ...{ disputeKind: 'jurisdiction', respondentOrgs: ['WC-CG'], arisenAt: '2026-11-24', issue: ISSUE },
    ...values,
  })
  return play
}

/** One on which negotiation had this result; `agreed` waits for the others to confirm. */
export async function negotiated(negotiateResult: string, values: Record<string, Json> = {}): Promise<Play> {
  const play = await begun(values)
  await play.complete('negotiate', {
    as: people.director,
    ...{ issue: ISSUE, positions: '街道认为应由城管局办理，城管局认为已经下放。', negotiateResult },
    ...(negotiateResult === 'agreed' && { ownerOrg: 'WC-CG' }),
  })
  return play
}

/** What an application holds. */
export const application = {
  ...{ issue: ISSUE, applyBasis: '行政处罚法第二十五条第二款' },
  ...{ negotiationRecord: '双方协商一次，没有谈成。', applyRequest: '请求明确由城管局办理。' },
}

/** One that was applied for and waits for the leading group's office. */
export async function appliedFor(values: Record<string, Json> = {}): Promise<Play> {
  const play = await negotiated('failed', values)
  await play.complete('apply', { as: people.deputy, action: 'apply', ...application })
  return play
}

/** One that was accepted; the other side has to answer. */
export async function accepted(values: Record<string, Json> = {}): Promise<Play> {
  const play = await appliedFor(values)
  await play.complete('accept-dispute', { as: people.clerk, acceptAction: 'accept', interimLeadOrg: 'WC-CG' })
  return play
}

/** What a party answers. */
export const answered = (text: string): Record<string, Json> => ({ answer: { text } })

/** One that every party has answered. */
export async function heard(values: Record<string, Json> = {}): Promise<Play> {
  const play = await accepted(values)
  await play.complete('answer', { as: people.deptLeader, ...answered('该事项已经下放街道，应由街道办理。') })
  return play
}

/** One that coordination did not settle. */
export async function unsettled(values: Record<string, Json> = {}): Promise<Play> {
  const play = await heard(values)
  await play.complete('coordinate', { as: people.clerk, coordResult: 'notAgreed', division: '双方各执一词。' })
  return play
}

/** One that another procedure put forward for the bureau, against the street. */
export async function requestedByBureau(): Promise<Play> {
  const play = await procedure('jurisdiction-dispute')
  const key = 'caseNo + "/dispute"'
  const parties = 'applicantOrg: "WC-CG", respondentOrgs: ["LDJ"]'
  const variables = `{disputeId: ${key}, caseNo: caseNo, caseTitle: caseTitle, disputeKind: "jurisdiction", refType: "transfer", refId: caseNo, ${parties}, arisenAt: "2026-11-24"}`
  const diagram = askingDiagram('requests-dispute', { name: 'msg.dispute.request', key, variables })
  await play.startedBy(diagram, { by: people.officer })
  return play
}
