import { recordsOf } from '../../db/seed/person-records.ts'
import type { Json } from '../../server/engine/index.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import { departments, outside } from './departments.ts'
import { application } from './jurisdiction-dispute.ts'
import type { Play } from './play.ts'
import { procedure } from './procedure.ts'
import { whistlePowers } from './whistle-powers.ts'

/** Who must be known in the office of a file with these scenarios. */
export const takingPart: readonly RegisterRecord[] = [
  ...departments,
  ...whistlePowers,
  ...recordsOf({
    ...{ personId: 'shi-jianren', name: '施兼任', hasAccount: true },
    groups: ['street-dispatcher@LDJ-CEC', 'subdistrict-deputy@LDJ'],
  }),
]

/** Who does what in the scenarios of a whistle of the street to the urban management and the water bureau. */
export const people = {
  ...outside,
  desk: outside.streetDesk,
  director: 'zheng-huaiyuan',
  deputy: 'mei-qinghe',
  otherDeputy: 'wen-rusong',
  head: 'yan-shouzheng',
  officer: 'lin-shen',
  supervisor: 'wei-mingjian',
  /** Appointed both as dispatcher and as deputy head. */
  deskAndDeputy: 'shi-jianren',
} as const

/** A body that is called. */
export const called = (org: string, role: 'lead' | 'assist' = 'lead') => ({
  ...{ org, role, task: role === 'lead' ? '查清油烟来源并处置' : '配合查看排污口' },
})

/** A whistle as it is properly drafted: the urban management bureau leads. */
const draft: Readonly<Record<string, Json>> = {
  ...{ title: '餐饮集中区油烟扰民', level: 'normal', ground: 'crossDept', dutyBasis: 'basic' },
  ...{ place: '民主路一百号', problem: '三家餐馆的油烟管道朝向居民楼，多次劝导没有改。', items: [] },
  ...{ planAt: '2026-11-25T10:00+08:00', planPlace: '民主路路口', neededDepts: [called('WC-CG')] },
}

/** A whistle whose draft is not written yet. */
export async function begun(by: string = people.desk): Promise<Play> {
  const play = await procedure('whistle-dispatch')
  await play.start({ by, caseNo: undefined, caseTitle: undefined, title: '餐饮集中区油烟扰民', level: 'normal' })
  return play
}

/** A whistle that was drafted. */
export async function drafted(values: Record<string, Json> = {}, play?: Play, by: string = people.desk): Promise<Play> {
  const whistle = play ?? (await begun())
  await whistle.complete('draft-whistle', { as: by, ...draft, ...values })
  return whistle
}

/** A whistle that was approved and sent. */
export async function sent(values: Record<string, Json> = {}): Promise<Play> {
  const play = await drafted(values)
  if (values.level !== 'emergency') await play.complete('approve-whistle', { as: people.deputy, action: 'approve' })
  return play
}

/** Signs for a body. */
export async function signed(play: Play, by: string = people.deptDesk): Promise<Play> {
  await play.complete('sign', { as: by, signAction: 'sign' })
  return play
}

/** Gets in touch and goes on site. */
export async function arrived(play: Play, at: string, by: string = people.deptOfficer): Promise<Play> {
  await play.complete('contact', { as: by, contactAt: at, contactPlan: '带检测设备到场。' })
  await play.complete('arrive', { as: by, ...arrival(at, [by]) })
  return play
}

/** What an arrival holds that is no enforcement. */
export const arrival = (at: string, who: readonly string[]): Record<string, Json> => ({
  ...{ arriveTime: at, arrivePlace: '民主路一百号', people: [...who], isEnforcement: false },
})

/** What the lead did. */
export const work: Readonly<Record<string, Json>> = {
  ...{ measures: ['onSiteFixed'], handleResult: '三家餐馆当场改装管道。' },
}
/** What the lead feeds back. */
export const feedback: Readonly<Record<string, Json>> = { resolved: 'yes', feedbackText: '油烟管道已经改向。' }

/** A whistle whose lead has handled it; the lead's desk has to feed back. */
export async function handled(at: string, values: Record<string, Json> = {}, play?: Play): Promise<Play> {
  const whistle = await arrived(await signed(play ?? (await sent(values))), at)
  await whistle.complete('handle', { as: people.deptOfficer, ...work })
  return whistle
}

/** A whistle with feedback, which the street confirms or not. */
export async function fedBack(at: string, values: Record<string, Json> = {}, play?: Play): Promise<Play> {
  const whistle = await handled(at, values, play)
  await whistle.complete('feedback', { as: people.deptDesk, ...feedback })
  return whistle
}

/** A whistle the street has confirmed; its deputy head evaluates. */
export async function confirmed(at: string, values: Record<string, Json> = {}, play?: Play): Promise<Play> {
  const whistle = await fedBack(at, values, play)
  await whistle.complete('confirm', { as: people.desk, action: 'true', confirmReason: '已经到现场看过。' })
  return whistle
}

/** Scores for bodies, `effect` and `cooperate` alike. */
export const scores = (given: Record<string, number>): Json[] =>
  Object.entries(given).map(([org, score]) => ({
    ...{ org, orgName: org === 'WC-CG' ? '武昌区城市管理执法局' : '武昌区水务和湖泊局', effect: score },
    cooperate: score,
  }))

/** How the bodies were evaluated, as the register has it. */
export async function evaluationsOf(play: Play) {
  const { evaluations } = await play.whistle()
  return evaluations.map(({ org, signTimely, arriveTimely, effect, cooperate, byDefault }) => ({
    ...{ org, signTimely, arriveTimely, effect, cooperate, byDefault },
  }))
}

/** Rejects for a body. */
export async function rejected(play: Play, by: string = people.deptDesk): Promise<Play> {
  const why = { rejectReason: 'streetDuty', rejectNote: '该事项已经下放街道。' }
  await play.complete('sign', { as: by, signAction: 'reject', ...why })
  return play
}

/** Leads the dispute of a whistle to its end: it is decided to be a body's, or nobody's. */
export async function settledFor(play: Play, owner: string | null): Promise<void> {
  const dispute = await play.other('jurisdiction-dispute')
  const issue = { issue: '油烟由谁查处。', positions: '双方各执一词。' }
  if (owner === null) {
    await dispute.complete('negotiate', { as: people.director, ...issue, negotiateResult: 'failed' })
    await dispute.complete('apply', { as: people.deputy, action: 'abandon', ...application })
    return
  }
  await dispute.complete('negotiate', {
    ...{ as: people.director, ...issue, negotiateResult: 'agreed', ownerOrg: owner },
  })
  await dispute.complete('confirm-negotiation', { as: people.deptGuide, confirmation: { confirmed: 'yes' } })
}
