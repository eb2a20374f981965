import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { departments, outside } from '../support/departments.ts'
import { useOffice } from './office-in-browser.ts'
import { expectChinese, expectSound } from './page-checks.ts'
import type { Seat } from './seat.ts'
import { choose, claim, openTask, submit, write } from './work-sheet.ts'

/** A demonstration lets its clock be set where Zeebe clients are answered. */
const office = useOffice({ ZEEBE_GATEWAY: '127.0.0.1:0' }, departments)
const TITLE = '餐饮集中区油烟扰民'

async function until(moment: string): Promise<void> {
  const answer = await fetch(`${office.server.url}/v2/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ timestamp: Date.parse(`${moment}+08:00`) }),
  })
  expect(answer.status).toBe(204)
}

/** Somebody finds a step in his list, as soon as the jobs before it are done, and takes it. */
async function take(seat: Seat, step: string): Promise<Page> {
  interface Listed {
    items: { name: string }[]
  }
  const asked = `/user-tasks?view=claimable&q=${encodeURIComponent(TITLE)}`
  const steps = async () => (await seat.ask<Listed>('GET', asked)).body.items.map(({ name }) => name)
  await expect.poll(steps, { timeout: 20_000 }).toContain(step)
  await openTask(seat.page, { caseNo: TITLE, step })
  await claim(seat.page)
  return seat.page
}

const taken = async (personId: string, step: string) => take(await office.seat(personId), step)

async function draftWhistle(): Promise<void> {
  const seat = await office.seat(outside.streetDesk)
  const { page } = seat
  await page.goto('/start')
  await page.getByRole('link', { name: '吹哨派单' }).first().click()
  await page.getByLabel('事项').fill(TITLE)
  await choose(page, '类别', '日常')
  await page.getByRole('button', { name: '发起', exact: true }).click()
  await page.waitForURL(/\/(instances|tasks|inbox)/)
  await take(seat, '拟吹哨单')
  await choose(page, '吹哨理由', '跨部门')
  await page.getByLabel('履职依据').selectOption({ label: '基本履职清单' })
  await write(page, '地点', '民主路一百号')
  await write(page, '问题', '三家餐馆的油烟管道朝向居民楼。')
  const rows = page.locator('xf-sheet-form .item')
  for (const [index, [name, role]] of [
    ['武昌区城市管理执法局', '牵头'],
    ['武昌区水务和湖泊局', '协办'],
  ].entries()) {
    await page.getByRole('button', { name: '加一行：责任单位' }).click()
    const row = rows.nth(index)
    await row.getByLabel('单位').selectOption({ label: name! })
    await row.locator('label', { hasText: role! }).click()
    await row.getByLabel('任务').fill(`${role}查看现场`)
  }
  await write(page, '约定到场日期', '2026-11-25T10:00')
  await write(page, '集合位置', '民主路路口')
  await expectChinese(page, 'draft of a whistle')
  await expectSound(page, 'draft of a whistle')
  await submit(page)
}

test('a whistle calls two departments, one of which never signs: from draft to evaluation', async () => {
  await draftWhistle()
  const deputy = await taken('mei-qinghe', '吹哨审批')
  await submit(deputy, '批准派单')

  const desk = await taken(outside.deptDesk, '签收')
  await choose(desk, '签收', '签收')
  await submit(desk)

  // The water bureau does not sign: it goes up to its head, and two hours later to the leading group's office.
  await until('2026-11-24T14:00:00')
  const clerk = await taken(outside.clerk, '督办未签收')
  await write(clerk, '意见', '请立即签收。')
  await submit(clerk, '催办')
  const leader = await office.seat(outside.waterLeader)
  await leader.page.goto('/escalations')
  await leader.page.locator('tr[data-seq]', { hasText: '逾期未签收' }).first().waitFor()

  const onSite = await office.seat(outside.deptOfficer)
  const officer = await take(onSite, '与发起方联系')
  await write(officer, '联系日期', '2026-11-24T13:30')
  await write(officer, '办理打算', '带检测设备到场。')
  await submit(officer)
  await take(onSite, '到场签到')
  await write(officer, '到场日期', '2026-11-24T14:00')
  await write(officer, '到场位置', '民主路一百号')
  await officer.getByLabel('岑巡街').first().check()
  await submit(officer)
  await take(onSite, '处置')
  await officer.getByLabel('当场整改').check()
  await write(officer, '处置结果', '三家餐馆当场改装管道。')
  await submit(officer)

  // Four hours later whoever signed for it has to sign in again.
  const deskAgain = await taken(outside.deptDesk, '反馈')
  await deskAgain.locator('xf-sheet-form label').filter({ hasText: '已解决' }).first().click()
  await write(deskAgain, '反馈内容', '油烟管道已经改向。')
  await submit(deskAgain)
  const street = await taken(outside.streetDesk, '街道核实')
  await write(street, '核实情况', '已经到现场看过。')
  await submit(street, '核实认可')

  const evaluating = await taken('mei-qinghe', '评价责任单位')
  const scores = evaluating.locator('xf-sheet-form .item')
  for (const [index, score] of ['5', '2'].entries()) {
    await scores.nth(index).getByLabel('处置效果').fill(score)
    await scores.nth(index).getByLabel('配合程度').fill(score)
  }
  await submit(evaluating)

  const { page } = await office.seat('gu-xingzhi')
  await page.goto('/whistles?q=油烟')

  await page.getByText('未签收', { exact: true }).waitFor()
  await page.getByText('升级 2 次').waitFor()
  await expectChinese(page, 'whistles')
  await expectSound(page, 'whistles')
  await page.goto('/whistles?tab=evaluations')
  const row = page.locator('tr[data-evaluation$="/WC-SW"]')
  await row.getByText('待回应').waitFor()
  expect((await row.locator('td.n').allTextContents()).map(text => text.trim())).toEqual(['1', '1', '2', '2'])
  await expectSound(page, 'evaluations')
})
