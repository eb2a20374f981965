import { afterAll, expect, test } from 'vitest'
import {
  accept,
  approve,
  bureau,
  clock,
  papers,
  people,
  prepared,
  requestedByCase,
  STREET_ITEM,
  sendBack,
  sent,
  stopped,
  takingPart,
  told,
} from '../../tests/support/case-transfer.ts'
import { limitsNotRunOut, unheard, wentUp } from '../../tests/support/limits-run-out.ts'
import type { Play } from '../../tests/support/play.ts'
import { officeAlsoHas, officeOpensAt } from '../../tests/support/procedure.ts'

officeAlsoHas(takingPart)

officeOpensAt('2026-04-30 10:00')
const usual = clock.at
clock.at = '2026-04-30T09:30:00+08:00'
afterAll(() => {
  clock.at = usual
})

let first: Play

const escalated = async (play: Play) =>
  (await play.limitActs()).filter(({ verb }) => verb === 'limit.overdue').map(({ payload }) => payload?.escalateTo)

test('3) 04-30 送达，05-08 未理：先升部门负责人，再升领导小组办公室，仍待接收', async () => {
  const play = await sent()
  first = play
  expect(await play.limitOf('receive')).toMatchObject({ lastDay: '2026-05-08', consequence: 'escalate' })
  await play.until('2026-05-08 23:50')
  expect(await escalated(play)).toEqual([])
  await play.until('2026-05-09 00:00')
  expect(await escalated(play)).toEqual(['dept-leader@WC-SW'])
  expect(await play.told(people.waterLeader)).toMatchObject([{ kind: 'limit-escalated' }])
  await play.until('2026-05-12 00:00')
  expect(await escalated(play)).toEqual(['dept-leader@WC-SW', 'leading-group-office@WC-LG'])
  expect(await play.openTasks()).toEqual(['receive'])
  expect(await play.variable('receiveAction')).toBe('none')
})

test('5) 09-22 接收的，立案反馈到 10-09', async () => {
  await first.until('2026-09-22 10:00')
  clock.at = '2026-09-22T09:30:00+08:00'
  const own = await sent()
  await accept(own)
  expect(await own.limitOf('feedback-filing')).toMatchObject({ lastDay: '2026-10-09' })
  await own.complete('feedback-filing', { as: people.waterOfficer, filed: true, recvCaseNo: 'SW-2026-7' })
  expect(await own.limitOf('feedback-result')).toMatchObject({ lastDay: '2026-12-21' })
})

test('1) 2026-10-08 认定的最迟 10-12 送达；紧急的按时刻二十四小时', async () => {
  await first.until('2026-10-08 15:00')
  clock.at = '2026-10-08T14:20:00+08:00'
  const usual = await prepared()
  expect(await usual.limitOf('center-check-transfer')).toMatchObject({ lastDay: '2026-10-09' })
  await approve(usual)
  expect(await usual.limitOf('send')).toMatchObject({ lastDay: '2026-10-12' })
  const urgent = await prepared({ urgent: true })
  expect(await urgent.limitOf('center-check-transfer')).toMatchObject({ dueDate: '2026-10-08T11:00:00.000Z' })
  await approve(urgent)
  expect(await urgent.limitOf('send')).toMatchObject({ dueDate: '2026-10-09T06:20:00.000Z' })
})

test('移送期间九十日照走：主案不中止、不重起；对方接收以后到期照样上报', async () => {
  const play = await requestedByCase('case.handle')
  const main = await play.other('main-case')
  const [ninety] = await main.limits()
  expect(ninety).toMatchObject({ key: 'case.handle' })
  await stopped(play)
  await play.complete('inform-competent', { as: people.officer, ...(await told(play)) })
  await play.complete('prepare-transfer', { as: people.officer, ...(await papers(play)) })
  await approve(play)
  await play.complete('send', { as: people.officer, action: 'sent', sentAt: clock.at, sendMethod: 'direct' })
  await play.until(`${dayAfter(ninety!.lastDay, -30)} 09:00`)
  await accept(play, people.waterDesk, { lateReason: '对方逾期签收' })
  expect(await main.limits()).toMatchObject([{ lastDay: ninety!.lastDay }])
  expect(await main.openTasks()).toEqual(['work'])
  await play.until(`${dayAfter(ninety!.lastDay, 1)} 09:00`)
  expect(await main.limitActs()).toContainEqual(expect.objectContaining({ verb: 'limit.overdue' }))
})

test('到期谁也没有办的，逐级上报：每一项期限报给谁；部门移送的由部门自己的负责人督促', async () => {
  clock.at = '2027-01-07T08:50:00+08:00'
  const check = (play: Play, as: string = people.director) =>
    play.complete('center-check-transfer', { as, action: 'agree', centerReason: '同意。' })
  for (const urgent of [false, true]) {
    await prepared({ urgent })
    await check(await prepared({ urgent }))
    await approve(await prepared({ urgent }))
    await approve(await prepared({ urgent }, undefined, { goods: [SPEAKER] }))
  }
  await check(await prepared({ toOrg: 'LDJ', items: [{ itemCode: STREET_ITEM }] }, bureau, OWN), bureau.check)
  await sendBack(await sent())
  await (await sent()).request('reselect', { as: people.clerk, reason: '职责并入城管局' })
  await accept(await sent())
  const filed = await sent()
  await accept(filed)
  await filed.complete('feedback-filing', { as: people.waterOfficer, filed: true, recvCaseNo: 'SW-2027-1' })
  await filed.request('supervision', { as: people.supervisor, reason: '请说明' })
  await filed.until('2027-06-01 09:00')
  expect(await wentUp('case-transfer')).toEqual([
    'approve-transfer transfer.approve > leading-group-office@WC-LG',
    'approve-transfer transfer.approve > subdistrict-head@LDJ',
    'approve-transfer transfer.approve.urgent > subdistrict-head@LDJ',
    'center-check-transfer transfer.approve > subdistrict-deputy@LDJ',
    'center-check-transfer transfer.approve.urgent > subdistrict-deputy@LDJ',
    'feedback-filing transfer.filing > dept-leader@WC-SW',
    'feedback-result transfer.feedback > dept-leader@WC-SW',
    'feedback-result transfer.track > dept-leader@WC-SW',
    'handle-return transfer.return > subdistrict-deputy@LDJ',
    'receive transfer.accept > dept-leader@WC-SW',
    'receive transfer.acceptEscalate > leading-group-office@WC-LG',
    'reselect-org transfer.reselect > center-director@LDJ-CEC',
    'respond-supervision supervision.respond > justice-office-supervisor@LDJ',
    'send transfer.normal > subdistrict-deputy@LDJ',
    'send transfer.urgent > subdistrict-deputy@LDJ',
    'send-goods transfer.normal > subdistrict-deputy@LDJ',
    'send-goods transfer.urgent > subdistrict-deputy@LDJ',
  ])
  expect(await unheard('case-transfer')).toEqual([])
  expect(await limitsNotRunOut('case-transfer')).toEqual([])
})

const SPEAKER = { name: '扩音机', amount: '1台', measure: 'none', plan: 'handOver' }
const OWN = {
  ...{ place: '民主路一百号', discoveredOn: '2027-01-05', conductFrom: '2027-01-05', ownItemReason: '已经下放街道。' },
  ...{ partyType: 'individualBusiness', partyName: '程知远', tradeName: '沿阶小馆餐饮店', idType: 'idCard' },
  ...{ idCard: '420106198001010015', creditCode: '92420106MA4KXY1286', partyAddress: '粮道街民主路88号' },
}

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
