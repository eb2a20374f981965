import { expect, test } from 'vitest'
import {
  accept,
  approve,
  clock,
  papers,
  people,
  prepared,
  requestedByCase,
  sent,
  stopped,
  told,
} from '../../tests/support/case-transfer.ts'
import type { Play } from '../../tests/support/play.ts'
import { officeOpensAt } from '../../tests/support/procedure.ts'

officeOpensAt('2026-04-30 10:00')
clock.at = '2026-04-30T09:30:00+08:00'

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

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
