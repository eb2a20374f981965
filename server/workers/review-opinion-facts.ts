import type { ReviewOpinionFacts, ToldOpinion } from '../documents/templates/review-opinion.ts'
import type { Json, Key } from '../engine/index.ts'
import { roleName } from '../identity/roles.ts'
import type { ReviewOpinion } from '../registers/cases/review-queries.ts'
import type { WorkerTools } from './worker.ts'

type Tools = Pick<WorkerTools, 'cases' | 'instances' | 'parties' | 'people' | 'reviews' | 'tasks'>

/** The eight points of a legal review by the names of the form's rows. */
const POINTS: Readonly<Record<string, string>> = {
  authority: '主体与权限',
  officers: '人员资格（两名、证件）',
  facts: '事实与证据',
  law: '法律适用',
  discretion: '裁量',
  procedure: '程序（告知、听证、期限）',
  documents: '文书规范',
  crime: '是否涉嫌犯罪',
}
const STEPS: Readonly<Record<string, string>> = {
  ...{ first: '一级审核', second: '复核', reconcile: '合议', re: '复审', ruling: '裁决', leader: '负责人决定' },
}
const OPINIONS: Readonly<Record<string, string>> = {
  ...{ agree: '同意', correct: '改正', supplement: '补充调查', disagree: '不同意', transfer: '移送' },
}
const TYPES: Readonly<Record<string, string>> = {
  ...{ penalty: '行政处罚决定', noPenalty: '不予处罚决定', coercion: '行政强制决定' },
  ...{ crimeTransfer: '移送涉嫌犯罪案件', dutyList: '赋权清单', benchmark: '裁量基准' },
}
const STAGES: Readonly<Record<string, string>> = {
  ...{ beforeNotice: '告知以前', afterDefence: '陈述申辩以后', afterHearing: '听证以后', beforeDecision: '决定以前' },
  other: '其他',
}
const CLAUSES: Readonly<Record<string, string>> = {
  ...{
    1: '涉及重大公共利益',
    2: '直接关系重大权益并经过听证',
    3: '疑难复杂、涉及多个法律关系',
    4: '法律法规规定的其他情形',
  },
}

/** What the registers know of a round of a review; nothing is taken from variables, which can be repaired. */
export function reviewOpinionFacts(tools: Tools, processInstanceKey: Key) {
  const review = tools.reviews.find(processInstanceKey)
  if (!review) throw new Error(`Expected instance ${processInstanceKey} in the register of reviews, found nothing`)
  const { caseNo, orgCode, round, reviewType, stage, clause58 } = review
  const found = tools.cases.find(caseNo)
  const instance = tools.instances.find(processInstanceKey)
  const party = found && tools.parties.find(found.partyId)
  const opinions = tools.reviews.opinionsOf(processInstanceKey).filter(each => each.round === round)
  const facts: ReviewOpinionFacts = {
    caseNo,
    title: found?.title ?? instance?.title ?? '',
    party: party?.tradeName ?? party?.partyName ?? instance?.party ?? '',
    handlers: (found?.handlers ?? [])
      .map(({ personId, certificateNumber }) => nameWith(tools, personId, certificateNumber))
      .join('、'),
    reviewType: TYPES[reviewType ?? ''] ?? '',
    stage: STAGES[stage ?? ''] ?? '',
    round,
    article58: clause58.map(each => CLAUSES[each] ?? each).join('；') || '无',
    checklist: checklistOf(opinions),
    conclusion: OPINIONS[conclusionOf(opinions)] ?? '见各环节意见',
    opinions: opinions.map(each => toldOf(tools, each)),
  }
  return { facts, caseNo, orgCode, round }
}

function nameWith({ people }: Tools, personId: string, certificateNumber: string | null): string {
  const name = people.nameOf(personId) ?? personId
  return certificateNumber === null ? name : `${name}（${certificateNumber}）`
}

/** The findings of the latest review that judged the points. */
function checklistOf(opinions: readonly ReviewOpinion[]): ReviewOpinionFacts['checklist'] {
  const judged = opinions.findLast(({ checklist }) => Array.isArray(checklist))?.checklist
  const rows = Array.isArray(judged) ? (judged as { [name: string]: Json }[]) : []
  return rows.map(({ point, result, note }) => ({
    point: POINTS[String(point)] ?? String(point),
    result: result === 'pass' ? '通过' : '有问题',
    note: typeof note === 'string' ? note : '',
  }))
}

/** Who concurs, agrees after reconciling or reviews again says the last word; a head's ruling among them. */
function conclusionOf(opinions: readonly ReviewOpinion[]): string {
  const last = opinions.findLast(({ step, isConcurring }) => step !== 'leader' && isConcurring !== false)
  return last?.opinion ?? ''
}

function toldOf(
  { people }: Tools,
  { step, personId, role, opinion, reason, qualification, at }: ReviewOpinion,
): ToldOpinion {
  return {
    step: STEPS[step] ?? step,
    person: personId === null ? '' : (people.nameOf(personId) ?? personId),
    office: role === null ? '' : roleName(role),
    qualification: qualificationText(qualification, personId),
    opinion: OPINIONS[opinion] ?? '',
    reason: reason ?? '',
    at: officeTime(at),
  }
}

function qualificationText(all: Json, personId: string | null): string {
  if (!Array.isArray(all)) return ''
  const own = (all as { [name: string]: Json }[]).find(each => each.personId === personId)
  if (typeof own?.number === 'string') return `法律职业资格 ${own.number}`
  return typeof own?.exemption === 'string' ? `豁免：${own.exemption}` : ''
}

const OFFICE_OFFSET_MS = 8 * 60 * 60 * 1000

function officeTime(at: number): string {
  return new Date(at + OFFICE_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}
