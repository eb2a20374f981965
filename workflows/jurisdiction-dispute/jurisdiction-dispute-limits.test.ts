import { expect, test } from 'vitest'
import {
  accepted,
  answered,
  appliedFor,
  begun,
  heard,
  negotiated,
  people,
  takingPart,
  unsettled,
} from '../../tests/support/jurisdiction-dispute.ts'
import { limitsNotRunOut, unheard, wentUp } from '../../tests/support/limits-run-out.ts'
import { flowsNotWalked, officeAlsoHas, officeOpensAt } from '../../tests/support/procedure.ts'

officeAlsoHas(takingPart)

officeOpensAt('2026-02-13 09:00')

test('4) 矩阵·退回补正：02-13 通知补正，02-25 以前补齐；逾期视为放弃，主案照常', async () => {
  const play = await appliedFor({ arisenAt: '2026-02-12' })
  const acceptReason = '请补交协商记录的签字页。'
  await play.complete('accept-dispute', { as: people.clerk, acceptAction: 'supplement', acceptReason })
  expect(await play.limitOf('supplement-application')).toMatchObject({ lastDay: '2026-02-25' })
  await play.until('2026-02-25 23:50')
  expect(await play.openTasks()).toEqual(['supplement-application'])
  await play.until('2026-02-26 00:00')
  expect(await play.ends()).toEqual(['end-withdrawn'])
  expect(await play.published('msg.dispute.resolved')).toMatchObject([
    { outcome: 'withdrawn', reason: 'supplement-expired', ownerOrg: null },
  ])
})

test('对方五个工作日内不答复的，照常协调，不作不利推定', async () => {
  const play = await accepted({ arisenAt: '2026-02-26', respondentOrgs: ['WC-CG', 'WC-SW'] })
  expect(await play.limitOf('answer')).toMatchObject({ lastDay: '2026-03-04' })
  await play.complete('answer', { as: people.waterLeader, answer: { text: '不归我局。' } })
  await play.until('2026-03-05 00:00')
  expect(await play.openTasks()).toEqual(['coordinate'])
  await play.complete('coordinate', {
    as: people.clerk,
    ...{ coordResult: 'agreed', ownerOrg: 'WC-CG', division: '城管局会上同意办理。' },
  })
  expect(await play.ends()).toEqual(['end-coordinated'])
})

test('受理以后十五个工作日内协调，自受理之日起算；逾期只升级，不算协调成', async () => {
  const play = await heard({ arisenAt: '2026-03-05' })
  expect(await play.limitOf('coordinate')).toMatchObject({ lastDay: '2026-03-26', consequence: 'escalate' })
  await play.until('2026-03-27 09:00')
  expect(await play.openTasks()).toEqual(['coordinate'])
})

test('1) 2026-09-25 发生争议，七个自然日到 10-02，不顺延；没有结果的转申请', async () => {
  const play = await begun({ arisenAt: '2026-03-27' })
  await play.until('2026-09-25 09:00')
  const own = await begun({ arisenAt: '2026-09-25' })
  expect(await own.limitOf('negotiate')).toMatchObject({ lastDay: '2026-10-02' })
  await own.until('2026-10-02 23:50')
  expect(await own.openTasks()).toEqual(['negotiate'])
  await own.until('2026-10-03 00:00')
  expect(await own.openTasks()).toEqual(['apply'])
})

test('到期谁也没有办的，逐级上报：每一项期限报给谁', async () => {
  const arisenAt = '2026-10-03'
  await negotiated('agreed', { arisenAt })
  await negotiated('failed', { arisenAt })
  await appliedFor({ arisenAt })
  await unsettled({ arisenAt, disputeKind: 'assistance' })
  await unsettled({ arisenAt })
  const branch = await accepted({ arisenAt, respondentOrgs: ['WH-ZRG-WC'] })
  await branch.complete('answer', { as: people.cityLeader, ...answered('应由街道办理。') })
  await branch.complete('coordinate', { as: people.clerk, coordResult: 'notAgreed', division: '没有谈拢。' })
  await (await begun({ arisenAt })).request('supervision', { as: people.supervisor, reason: '请说明' })
  await branch.until('2026-12-20 09:00')
  expect(await wentUp('jurisdiction-dispute')).toEqual([
    'accept-dispute dispute.accept > district-leader@WC-GOV',
    'apply dispute.apply > leading-group-office@WC-LG',
    'confirm-negotiation dispute.confirm > leading-group-office@WC-LG',
    'coordinate dispute.coordinate > district-leader@WC-GOV',
    'designate dispute.designate > leading-group-office@WC-LG',
    'group-decide dispute.decide > leading-group-office@WC-LG',
    'negotiate dispute.negotiate > subdistrict-deputy@LDJ',
    'record-designation dispute.designate > district-leader@WC-GOV',
    'respond-supervision supervision.respond > justice-office-supervisor@LDJ',
    'supplement-application dispute.supplement > leading-group-office@WC-LG',
  ])
  expect(await unheard('jurisdiction-dispute')).toEqual([])
  expect(await limitsNotRunOut('jurisdiction-dispute')).toEqual([])
})

test('逾期要走的线都走过', async () => {
  const left = await flowsNotWalked('jurisdiction-dispute')
  expect(left.filter(id => id.includes('overdue'))).toEqual([])
})
