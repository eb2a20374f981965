import { describe, expect, test } from 'vitest'
import { limitsNotRunOut, unheard, wentUp } from '../../tests/support/limits-run-out.ts'
import { flowsNotWalked, officeAlsoHas, officeOpensAt, refused } from '../../tests/support/procedure.ts'
import {
  arrival,
  arrived,
  called,
  confirmed,
  drafted,
  evaluationsOf,
  feedback,
  handled,
  people,
  rejected,
  scores,
  sent,
  signed,
  takingPart,
  work,
} from '../../tests/support/whistle.ts'
import { overdueFlows } from '../../tests/support/whistle-overdue.ts'

officeAlsoHas(takingPart)

officeOpensAt('2026-04-28 09:00')
const BOTH = { neededDepts: [called('WC-CG'), called('WC-SW', 'assist')] }

test('3) 2026-04-30 起评价到 05-08；逾期按缺省分，未签收、未到场的对应项为一分', async () => {
  const play = await sent(BOTH)
  await arrived(await signed(play), '2026-04-28T09:00+08:00')
  await play.complete('handle', { as: people.deptOfficer, ...work })
  await play.complete('feedback', { as: people.deptDesk, ...feedback })
  await play.until('2026-04-30 10:00')
  await play.complete('confirm', { as: people.desk, action: 'true', confirmReason: '已经到现场看过。' })
  expect(await play.limitOf('evaluate')).toMatchObject({ lastDay: '2026-05-08', consequence: 'warn' })
  await play.until('2026-05-08 23:50')
  expect(await play.openTasks()).toEqual(['evaluate'])
  await play.until('2026-05-09 00:00')
  expect(await evaluationsOf(play)).toEqual([
    { org: 'WC-CG', signTimely: 5, arriveTimely: 5, effect: 3, cooperate: 3, byDefault: 1 },
    { org: 'WC-SW', signTimely: 1, arriveTimely: 1, effect: 3, cooperate: 3, byDefault: 1 },
  ])
  // A score is what the limit gives; that the matter is settled was confirmed by a person.
  expect(await play.openTasks()).toEqual(['respond-low-score'])
  const answer = { explanation: '没有看到派单。', improvement: '派单改由值班员接收。' }
  await play.complete('respond-low-score', { as: people.waterLeader, ...answer })
  const { row } = await play.whistle()
  expect(new Date(Number(row?.closedAt)).toISOString()).toBe('2026-05-08T16:00:00.000Z')
  expect(Number(row?.createdAt)).toBeLessThan(Date.parse('2026-04-30T10:00+08:00'))
})

describe('签收', () => {
  test('一小时不签的升部门负责人，再两小时的由领导小组办公室督办；催办以后仍可签收，及时一项为两分', async () => {
    const play = await confirmedLate()
    expect(await evaluationsOf(play)).toMatchObject([{ org: 'WC-CG', signTimely: 2, arriveTimely: 5 }])
  })

  test('办公室终止该单位办理的，牵头被终止，上报', async () => {
    const play = await sent()
    await play.until('2026-05-11 15:00')
    await play.complete('supervise-unsigned', { as: people.clerk, action: 'terminate', officeNote: '改由别的单位办。' })
    expect(await play.ends()).toEqual(['end-unhandled'])
    expect(await play.published('msg.whistle.branch-closed', 'WC-CG')).toHaveLength(1)
  })

  test('应急的十五分钟签收、六十分钟到场，自派单起算；逾期未到的报办公室并提请督办', async () => {
    const play = await sent({ level: 'emergency' })
    await play.until('2026-05-11 15:16')
    expect(await play.escalations()).toEqual(['sign-overdue dept-leader@WC-CG'])
    expect(await play.told(people.deptLeader)).toMatchObject([
      { kind: 'sent-up', text: expect.stringContaining('逾期未签收'), path: '/escalations' },
    ])
    expect(await play.told(people.waterLeader)).toEqual([])
    await signed(play)
    await play.until('2026-05-11 16:01')
    expect(await play.escalations()).toEqual([
      'sign-overdue dept-leader@WC-CG',
      'arrive-overdue leading-group-office@WC-LG',
    ])
    expect(await play.published('msg.supervise.urge', 'WC-CG')).toMatchObject([
      { instrType: 'urge', subjectOrg: 'WC-CG', overdueType: 'arrive' },
    ])
    // Entered late, but there in time: what people tell of when they came counts.
    const told = { ...arrival('2026-05-11T15:50+08:00', [people.deptOfficer]), lateReason: undefined }
    await play.complete('arrive', { as: people.deptOfficer, ...told })
    expect((await play.whistle()).branches).toMatchObject([{ org: 'WC-CG', signLate: 1, arriveLate: 0 }])
  })
})

describe('反馈', () => {
  test('6) 到期升领导小组办公室，再过五个工作日升区政府分管领导：两条升级记录', async () => {
    const play = await handled('2026-05-11T16:01+08:00')
    expect(await play.limitOf('feedback')).toMatchObject({ lastDay: '2026-05-25' })
    await play.until('2026-05-26 00:00')
    expect(await play.escalations()).toEqual(['feedback-overdue leading-group-office@WC-LG'])
    await play.until('2026-06-02 00:00')
    expect(await play.escalations()).toEqual([
      'feedback-overdue leading-group-office@WC-LG',
      'feedback-overdue district-leader@WC-GOV',
    ])
    expect(await play.openTasks()).toEqual(['feedback'])
  })

  test('申请延期一次，发起方同意的延长十个工作日；不能再申请', async () => {
    const play = await handled('2026-06-02T00:00+08:00')
    await play.request('extension', { as: people.deptDesk })
    await play.complete('approve-feedback-ext', { as: people.desk, action: 'true', extensionNote: '等检测报告。' })
    expect(await play.limitOf('feedback')).toMatchObject({ lastDay: '2026-07-01' })
    expect((await refused(play.request('extension', { as: people.deptDesk }))).rule).toBe('R-REQUEST')
  })

  test('负责人已经延过的，不能再延', async () => {
    const play = await handled('2026-06-02T00:00+08:00')
    await play.extendLimit('feedback', { as: people.deputy })
    await play.request('extension', { as: people.deptDesk })
    await play.complete('approve-feedback-ext', { as: people.desk, action: 'true', extensionNote: '再等。' })
    expect(await play.limitOf('feedback')).toMatchObject({ lastDay: '2026-07-01' })
  })

  test('发起方不同意的，期限不变', async () => {
    const play = await handled('2026-06-02T00:00+08:00')
    await play.request('extension', { as: people.deptDesk })
    await play.complete('approve-feedback-ext', { as: people.desk, action: 'false', extensionNote: '不必。' })
    expect(await play.limitOf('feedback')).toMatchObject({ lastDay: '2026-06-16' })
  })
})

test('核实、审批逾期不视为同意，只升级', async () => {
  const play = await drafted()
  const other = await confirmedLess()
  await play.until('2026-06-05 09:00')
  expect(await play.escalations()).toEqual(['whistle.approve subdistrict-head@LDJ'])
  expect(await play.openTasks()).toEqual(['approve-whistle'])
  expect(await other.escalations()).toEqual(['whistle.confirm subdistrict-deputy@LDJ'])
  expect(await other.openTasks()).toEqual(['confirm'])
})

test.each([
  ['normal', '2026-09-30'],
  ['key', '2026-10-09'],
])('4) 09-24 16:30 签收：24 小时内联系；%s 到场最迟 %s', async (level, lastDay) => {
  const play = await sent({ level })
  if (level === 'normal') await play.until('2026-09-24 16:30')
  await signed(play)
  expect(await play.limitOf('contact')).toMatchObject({ dueDate: '2026-09-25T08:30:00.000Z' })
  await play.complete('contact', { as: people.deptOfficer, contactAt: '2026-09-24T16:30+08:00', contactPlan: '勘查。' })
  expect(await play.limitOf('arrive')).toMatchObject({ lastDay })
})

test('到期谁也没有办的，逐级上报：每一项期限报给谁', async () => {
  const at = '2026-09-24T16:30+08:00'
  await sent({ level: 'emergency' })
  await rejected(await sent())
  await signed(await sent())
  const agreed = await signed(await sent({ level: 'key' }))
  await agreed.complete('contact', { as: people.deptOfficer, contactAt: at, contactPlan: '勘查。' })
  const again = await confirmedLess(at)
  await again.complete('confirm', { as: people.desk, action: 'false', confirmReason: '气味还在。' })
  expect(await again.openTasks()).toEqual(['rework'])
  const low = await confirmed(at)
  await low.complete('evaluate', { as: people.deputy, scores: scores({ 'WC-CG': 1 }) })
  await (await drafted()).request('supervision', { as: people.supervisor })
  await agreed.until('2026-11-20 09:00')
  // What an end of a limit brought about has limits of its own.
  await agreed.until('2026-12-10 09:00')
  expect(await wentUp('whistle-dispatch')).toEqual([
    'approve-whistle whistle.approve > subdistrict-head@LDJ',
    'confirm whistle.confirm > subdistrict-deputy@LDJ',
    'contact whistle.contact > dept-leader@WC-CG',
    'escalate-arrive arrive-overdue > leading-group-office@WC-LG',
    'escalate-feedback feedback-overdue > district-leader@WC-GOV',
    'escalate-feedback feedback-overdue > leading-group-office@WC-LG',
    'escalate-sign sign-overdue > dept-leader@WC-CG',
    'handle-reject whistle.rejectHandle > subdistrict-deputy@LDJ',
    'post-approve whistle.postApprove > subdistrict-head@LDJ',
    'respond-low-score whistle.respond > leading-group-office@WC-LG',
    'respond-supervision supervision.respond > justice-office-supervisor@LDJ',
    'rework whistle.feedbackAgain > leading-group-office@WC-LG',
    'sign whistle.signEscalate > leading-group-office@WC-LG',
    'supervise-unsigned whistle.officeAction > district-leader@WC-GOV',
  ])
  expect(await unheard('whistle-dispatch')).toEqual([])
  expect(await limitsNotRunOut('whistle-dispatch')).toEqual([])
})

test('图上期限走的每一条线都走过', async () => {
  const left = await flowsNotWalked('whistle-dispatch')
  expect(overdueFlows.filter(flow => left.includes(flow))).toEqual([])
})

async function confirmedLess(at = '2026-06-02T00:00+08:00') {
  const play = await handled(at)
  await play.complete('feedback', { as: people.deptDesk, ...feedback })
  return play
}

/** One that was signed for after the office had urged it, and then went its way to the evaluation. */
async function confirmedLate() {
  const play = await sent()
  await play.until('2026-05-09 10:00')
  const late = await sent()
  await late.until('2026-05-09 11:00')
  expect(await late.escalations()).toEqual(['sign-overdue dept-leader@WC-CG'])
  expect(await late.tasksOf(people.clerk)).toEqual([])
  await late.until('2026-05-09 13:00')
  expect(await late.escalations()).toEqual([
    'sign-overdue dept-leader@WC-CG',
    'whistle.signEscalate leading-group-office@WC-LG',
  ])
  await late.complete('supervise-unsigned', { as: people.clerk, action: 'urge', officeNote: '请立即签收。' })
  await confirmed('2026-05-09T13:00+08:00', {}, late)
  await late.complete('evaluate', { as: people.deputy, scores: scores({ 'WC-CG': 4 }) })
  return late
}
