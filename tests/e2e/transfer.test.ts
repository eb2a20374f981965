import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Desk, openDesk } from '../../db/seed/desk.ts'
import { samplePdf } from '../../db/seed/sample-pdf.ts'
import type { Variables } from '../../server/engine/index.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { people, powers, WATER } from '../support/transfer-people.ts'
import { useOffice } from './office-in-browser.ts'
import { expectChinese, expectSound } from './page-checks.ts'
import { choose, claim, openTask, submit, write } from './work-sheet.ts'

const office = useOffice({}, powers)
const AT = '2026-11-24T09:30:00+08:00'
const TITLE = '向河道倾倒垃圾移送案'

async function deskOf(personId: string): Promise<Desk> {
  const doors = { request: (path: string, init?: RequestInit) => fetch(`${office.server.url}${path}`, init) }
  return openDesk(doors, personId, DEMO_PASSWORD)
}

/** What is done before it is sent, by people at their desks; the browser has nothing to add to it. */
async function done(elementId: string, personId: string, variables: Variables, action?: string): Promise<void> {
  const desk = await deskOf(personId)
  await expect
    .poll(async () => (await desk.tasks()).map(task => task.elementId), { timeout: 5000 })
    .toContain(elementId)
  const task = (await desk.tasks()).find(each => each.elementId === elementId)!
  await desk.complete(task.userTaskKey, { ...(action !== undefined && { action }), variables })
}

async function send(): Promise<void> {
  const officer = await deskOf(people.officer)
  const items = [{ itemCode: WATER }]
  const about = { caseNo: 'LDJ-PT-2026-09001', caseTitle: TITLE, toOrg: 'WC-SW', items }
  await officer.start('case-transfer', { ...about, urgent: false, determinedAt: AT })
  await done('stop-violation', people.officer, { ongoing: false })
  const second = await deskOf(people.otherOfficer)
  await second.cosign((await second.tasks()).find(each => each.elementId === 'stop-violation')!.userTaskKey)
  const told = { informed: true, informedOrg: 'WC-SW', informedContact: '值班员', informedAt: AT }
  await done('inform-competent', people.officer, told)
  const file = await officer.upload('询问笔录.pdf', samplePdf(['询问笔录']))
  const why = { transferReason: '发生在河道管理范围内。', transferBasis: '行政处罚法第二十二条' }
  await done('prepare-transfer', people.officer, { ...why, materials: [{ kind: 'record', file }] })
  await done('center-check-transfer', people.director, { centerReason: '同意。' }, 'agree')
  await done('approve-transfer', people.deputy, { approveReason: '同意。' }, 'approve')
  await done('send', people.officer, { sentAt: AT }, 'sent')
}

async function taken(page: Page, step: string): Promise<void> {
  await openTask(page, { caseNo: TITLE, step })
  await claim(page)
}

async function sendBack(page: Page): Promise<void> {
  await taken(page, '签收审查')
  // Whoever signs for it sees the list he signs.
  await page.getByText('笔录　询问笔录.pdf').first().waitFor()
  await choose(page, '审查结果', '退回')
  await page.getByLabel('退回理由').selectOption({ label: '不属于本机关职责' })
  await write(page, '说明', '不在河道管理范围内。')
  await write(page, '签收时间', '2026-11-24T09:40')
  await submit(page)
}

test('a transfer comes back twice, until the authority that is designated takes it', async () => {
  await send()
  const desk = (await office.seat(people.waterDesk)).page
  await sendBack(desk)

  const officer = (await office.seat(people.officer)).page
  await taken(officer, '退回处理')
  await choose(officer, '怎样处理', '补充材料再送')
  await write(officer, '说明', '补充河道管理范围图。')
  await expectSound(officer, 'a returned transfer')
  await submit(officer)
  await done('send', people.officer, { sentAt: AT }, 'sent')
  await sendBack(desk)

  await done('negotiate', people.director, { issue: '由谁查处。', positions: '各执一词。', negotiateResult: 'direct' })
  const leader = (await office.seat(people.districtLeader)).page
  await taken(leader, '指定管辖')
  await leader.getByLabel('指定由谁管辖').selectOption({ label: '武昌区水务和湖泊局' })
  await write(leader, '理由', '发生在河道管理范围内。')
  await submit(leader)

  await taken(desk, '签收审查')
  await desk.getByText('不得再退').first().waitFor()
  await choose(desk, '审查结果', '接收')
  await write(desk, '签收时间', '2026-11-24T09:45')
  await submit(desk)
  await desk.goto(`/transfers?q=${encodeURIComponent('河道')}`)
  await expect.poll(() => desk.locator('tr[data-transfer]').count()).toBe(3)
  await expectChinese(desk, 'transfers')
  await expectSound(desk, 'transfers')
  await desk.goto('/transfers?tab=disputes')
  await desk.getByText('已指定管辖').last().waitFor()
})
