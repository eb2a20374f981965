import type { Variables } from '../../../server/engine/index.ts'
import { type Review, type Step, step } from '../review.ts'
import type { WrittenReview } from '../street-reviews.ts'
import { personIn } from './staff.ts'

const DESK = personIn('street-dispatcher@LDJ-CEC')
const DEPUTY = 'mei-qinghe'
const DIRECTOR = 'zheng-huaiyuan'
const CITY_DESK = personIn('dept-dispatcher@WC-CG')
const CITY_OFFICER = personIn('dept-officer@WC-CG')
const WATER_DESK = personIn('dept-dispatcher@WC-SW')
const WATER_OFFICER = personIn('dept-officer@WC-SW')
/** Of what is no review of a case. */
const NO_REVIEW = { caseTitle: '', partyName: '', reviewType: '', stage: '', handlerIds: [] } as const

interface Body {
  org: string
  task: string
  role?: 'assist'
}

/** A step whose form names a time of the same day. */
const timed = (at: Step['at'], by: string, task: string, key: string, time: string, values: Variables): Step => ({
  ...{ at, by, task, values },
  dated: dayOf => ({ [key]: `${dayOf(Number(at.split(' ')[0]))}T${time}+08:00` }),
})

function whistle(at: Step['at'], title: string, level: string, steps: readonly Step[]): Review {
  return {
    ...NO_REVIEW,
    start: { at, by: DESK },
    procedure: { id: 'whistle-dispatch', values: { title, level } },
    steps,
  }
}

function draft(at: Step['at'], about: Variables & { title: string; level: string }, bodies: readonly Body[]): Step {
  const neededDepts = bodies.map(({ org, task, role = 'lead' }) => ({ org, task, role }))
  return {
    ...{ at, by: DESK, task: 'draft-whistle' },
    values: { ground: 'crossDept', dutyBasis: 'basic', items: [], neededDepts, ...about },
    dated: dayOf => ({ planAt: `${dayOf(Number(at.split(' ')[0]) - 2)}T10:00+08:00` }),
  }
}

const approve = (at: Step['at']) => step(at, DEPUTY, 'approve-whistle', 'approve', { approveReason: '同意吹哨。' })
const sign = (at: Step['at'], by: string) => step(at, by, 'sign', undefined, { signAction: 'sign' })

const FUMES = { title: '餐饮集中区油烟扰民', level: 'normal', place: '民主路100号', planPlace: '民主路路口' } as const
const SEWER = { title: '雨水口排放污水', level: 'normal', place: '沙湖路9号', planPlace: '沙湖路桥头' } as const
const WALL = { title: '临街围墙倾斜', level: 'normal', place: '昙华林路7号', planPlace: '昙华林路口' } as const

/** Whistles of the first street: one that was evaluated, one of which one body has not signed, one that waits for approval, one begun. */
const whistles: readonly Review[] = [
  whistle('12 09:05', FUMES.title, FUMES.level, [
    draft('12 09:20', { ...FUMES, problem: '三家餐馆的油烟管道朝向居民楼，多次劝导没有改。' }, [
      { org: 'WC-CG', task: '查清油烟来源并处置' },
    ]),
    approve('12 10:10'),
    sign('12 10:40', CITY_DESK),
    timed('12 11:20', CITY_OFFICER, 'contact', 'contactAt', '11:10', { contactPlan: '带检测设备到场。' }),
    timed('12 15:40', CITY_OFFICER, 'arrive', 'arriveTime', '14:30', {
      ...{ arrivePlace: FUMES.place, people: [CITY_OFFICER], isEnforcement: false },
    }),
    step('11 11:00', CITY_OFFICER, 'handle', undefined, {
      ...{ measures: ['onSiteFixed'], handleResult: '三家餐馆已加装净化设施，管道改向。' },
    }),
    step('11 15:10', CITY_DESK, 'feedback', undefined, { resolved: 'yes', feedbackText: '已经整改到位，复测达标。' }),
    step('10 09:30', DESK, 'confirm', 'true', { confirmReason: '已到现场核对。' }),
    step('10 16:00', DEPUTY, 'evaluate', undefined, {
      scores: [{ org: 'WC-CG', orgName: '武昌区城市管理执法局', effect: 5, cooperate: 4, comment: '到场及时' }],
    }),
  ]),
  whistle('2 09:10', SEWER.title, SEWER.level, [
    draft('2 09:30', { ...SEWER, problem: '早餐店污水倒入雨水口，排口油污明显，需要查清管线。' }, [
      { org: 'WC-SW', task: '查清管线并提出整改意见' },
      { org: 'WC-CG', task: '配合清理油污', role: 'assist' },
    ]),
    approve('2 10:20'),
    sign('2 14:30', CITY_DESK),
  ]),
  whistle('1 15:20', WALL.title, WALL.level, [
    draft('1 15:40', { ...WALL, problem: '老旧围墙向人行道倾斜，裂缝两厘米，需要鉴定。' }, [
      { org: 'WC-FG', task: '鉴定并提出排危意见' },
    ]),
  ]),
  whistle('0 08:40', '占道施工围挡超期', 'normal', [{ at: '0 08:45', by: DESK, claim: 'draft-whistle' }]),
]

const certificates: readonly Review[] = [
  {
    ...NO_REVIEW,
    start: { at: '5 10:20', by: DIRECTOR },
    procedure: { id: 'cert-issue' },
    steps: [
      step('5 10:40', DIRECTOR, 'apply', undefined, {
        ...{ bizType: 'renew', certType: 'enforcement', personId: 'bo-wenxuan', idNo: '420106198001010015' },
        ...{ staffing: 'civilServant', post: '街道执法岗', oldCertNo: 'E420106-0416' },
      }),
    ],
  },
  {
    ...NO_REVIEW,
    start: { at: '3 15:10', by: 'jian-shuyan' },
    procedure: { id: 'cert-revoke', values: { certNo: 'E420106-0417' } },
    steps: [{ at: '1 17:30', by: 'jian-shuyan', claim: 'propose' }],
  },
]

/** What of the other procedures is under way in the first street. */
export const otherProcedures: readonly Review[] = [...whistles, ...certificates]

/** Transfers of cases that turned out to be a department's: one that was taken and filed there, one on its way, one that the director has to check. */
export const transfers: readonly WrittenReview[] = [
  transfer({ at: '13 09:30', by: 'lin-shen' }, '湖岸堆放砂石案', [...sent(13), ...taken(11)]),
  transfer({ at: '3 09:30', by: 'he-lichuan' }, '临湖餐厅排污案', sent(3)),
  transfer({ at: '1 09:30', by: 'ye-wanzhou' }, '占用湖汊搭建浮台案', sent(1).slice(0, 3)),
]

function transfer(start: Step, caseTitle: string, steps: readonly Step[]): WrittenReview {
  const second = start.by === 'lin-shen' ? 'su-jingxing' : 'lin-shen'
  return {
    ...{ start, caseTitle, partyName: '和丰商贸有限公司', reviewType: '', stage: '', handlerIds: [second] },
    matter: { item: 'SW-002', found: '行为发生在湖泊蓝线以内，属于水务部门管辖' },
    procedure: {
      id: 'case-transfer',
      values: { toOrg: 'WC-SW', items: [{ itemCode: 'SW-001' }], urgent: false },
      dated: dayOf => ({ determinedAt: `${dayOf(Number(start.at.split(' ')[0]))}T09:00+08:00` }),
    },
    steps: steps.map(each => (each.by === '' ? { ...each, by: start.by, second } : each)),
  }
}

/** From the order to stop to the delivery; what the handlers do is signed by both. */
function sent(days: number): Step[] {
  const at = (time: string) => `${days} ${time}` as Step['at']
  return [
    timed(at('09:50'), '', 'stop-violation', 'stopAt', '09:10', { ongoing: true, ordered: true, stopMode: 'oral' }),
    timed(at('10:10'), '', 'inform-competent', 'informedAt', '10:00', {
      ...{ informed: true, informedOrg: 'WC-SW', informedContact: '值班电话，值班员' },
    }),
    step(at('10:40'), '', 'prepare-transfer', undefined, {
      ...{ transferReason: '行为发生在湖泊蓝线以内，应由水务部门查处。', transferBasis: '行政处罚法 第22条' },
      ownItemReason: '街道只受赋权岸上部分，湖泊蓝线以内的不在赋权范围。',
    }),
    step(at('14:20'), DIRECTOR, 'center-check-transfer', 'agree', { centerReason: '管辖清楚，材料齐全，同意移送。' }),
    step(at('15:10'), DEPUTY, 'approve-transfer', 'approve', { approveReason: '同意移送。' }),
    { ...timed(at('16:20'), '', 'send', 'sentAt', '16:00', { sendMethod: 'direct' }), action: 'sent' },
  ]
}

/** What the department did with it. */
function taken(days: number): Step[] {
  return [
    timed(`${days} 09:40`, WATER_DESK, 'receive', 'receivedAt', '09:20', { receiveAction: 'accept' }),
    step(`${days - 2} 10:20`, WATER_OFFICER, 'feedback-filing', undefined, { filed: true, recvCaseNo: 'SW-2026-0031' }),
  ]
}
