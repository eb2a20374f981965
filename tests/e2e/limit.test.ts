import { expect, test } from 'vitest'
import { streetCaseNo } from '../../db/seed/street-reviews.ts'
import { useOffice } from './office-in-browser.ts'
import { expectAccessible, expectChinese, expectNarrow } from './page-checks.ts'
import type { Seat } from './seat.ts'
import { openTask } from './work-sheet.ts'

/** A demonstration lets its clock be set where Zeebe clients are answered. */
const office = useOffice({ ZEEBE_GATEWAY: '127.0.0.1:0' })
const TASK = { caseNo: streetCaseNo('擅自占用绿地堆放建材案'), step: '公管办复核', view: 'assigned' } as const

async function until(moment: string): Promise<void> {
  const answer = await fetch(`${office.server.url}/v2/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ timestamp: Date.parse(moment) }),
  })
  expect(answer.status).toBe(204)
}

/** Opens the lamp of the task and says what it shows. */
async function explained({ page }: Seat): Promise<{ lamp: string | null; text: string }> {
  await openTask(page, TASK)
  const menu = page.locator('xf-menu#limit')
  await menu.getByRole('button').click()
  const reason = menu.locator('xf-limit-reason')
  await reason.getByText('不计的日子').waitFor()
  return {
    lamp: await menu.locator('.limit').getAttribute('data-l'),
    text: (await reason.evaluate(element => element.shadowRoot?.textContent)) ?? '',
  }
}

/** The open first review of a case whose limit is not over yet, as an auditor finds it. */
async function openReview(auditor: Seat): Promise<{ caseNo: string; task: string; holder: string }> {
  interface Found {
    items: { caseNo: string; processInstanceKey: string; currentSteps: { elementId: string }[] }[]
  }
  interface Shown {
    openTasks: { userTaskKey: string; elementId: string; dueDate: string; assignee: { id: string } | null }[]
  }
  const { body } = await auditor.ask<Found>('GET', '/process-instances?state=ACTIVE&limit=200')
  for (const { caseNo, processInstanceKey, currentSteps } of body.items) {
    if (!caseNo.startsWith('LDJ-') || !currentSteps.some(({ elementId }) => elementId === 'first-review')) continue
    const { body: shown } = await auditor.ask<Shown>('GET', `/process-instances/${processInstanceKey}`)
    const task = shown.openTasks.find(({ elementId }) => elementId === 'first-review')
    if (task?.assignee && Date.parse(task.dueDate) > Date.parse('2026-11-24T10:00:00+08:00'))
      return { caseNo, task: task.userTaskKey, holder: task.assignee.id }
  }
  throw new Error('Expected an open first review that somebody holds, found none')
}

test('the deputy head extends a limit, once, and lets a case stand still and go on again', async () => {
  const { caseNo, task, holder } = await openReview(await office.seat('gu-xingzhi'))
  const deputy = await office.seat('mei-qinghe')
  const { page } = deputy
  await page.goto(`/tasks/${task}`)
  const menu = page.locator('xf-menu#limit')
  await menu.getByRole('button').first().click()
  await menu.getByRole('button', { name: '延长期限' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('延长 3 个工作日').waitFor()
  await dialog.getByRole('button', { name: '批准延长' }).click()
  await dialog.getByText('请写明理由').waitFor()
  await expectAccessible(page, 'extension')
  await dialog.getByLabel('理由').fill('案情复杂，需要补充核实')
  await dialog.getByRole('button', { name: '批准延长' }).click()
  await page.locator('xf-toasts').getByText('已延长').waitFor()
  await menu.locator('.tag', { hasText: '已延长' }).waitFor()
  await menu.getByRole('button').first().click()
  await menu.getByText('案情复杂，需要补充核实').waitFor()
  expect(await menu.getByRole('button', { name: '延长期限' }).count()).toBe(0)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '中止案件' }).click()
  await dialog.getByLabel('事由').selectOption({ label: '等待刑事案件处理结果' })
  await dialog.getByLabel('理由').fill('公安机关尚未决定是否立案')
  await expectChinese(page, 'suspension')
  await expectNarrow(page, 'suspension')
  await expectAccessible(page, 'suspension')
  await dialog.getByRole('button', { name: '中止', exact: true }).click()
  await page.locator('xf-toasts').getByText('案件已中止').waitFor()

  const reviewer = await office.seat(holder)
  await openTask(reviewer.page, { caseNo, step: '审核', view: 'assigned' })
  await reviewer.page.locator('xf-task-rows a .limit', { hasText: '中止' }).waitFor()
  await reviewer.page.locator('[data-rule="R-SUSPENDED"]').waitFor()
  await reviewer.page.locator('xf-case-suspension').getByText('公安机关尚未决定是否立案').waitFor()
  await expectNarrow(reviewer.page, 'suspended')
  await expectAccessible(reviewer.page, 'suspended')

  await page.getByRole('button', { name: '恢复办理' }).click()
  await dialog.getByLabel('理由').fill('公安机关决定不予立案')
  await dialog.getByRole('button', { name: '恢复', exact: true }).click()
  await page.locator('xf-toasts').getByText('案件已恢复').waitFor()
  await openTask(reviewer.page, { caseNo, step: '审核', view: 'assigned' })
  await reviewer.page.locator('xf-task-bar .btn.primary').waitFor()
  expect(await reviewer.page.locator('[data-rule="R-SUSPENDED"]').count()).toBe(0)
})

test('a limit goes from green to overdue, and explains itself all the while', async () => {
  const before = await office.seat('shen-zhiwei')
  const calm = await explained(before)
  expect(calm.lamp).toBe('calm')
  for (const part of [
    '3 个工作日',
    '11-21 周六',
    '11-22 周日',
    '11-25 周三 24:00',
    '不视为同意',
    '第 1 版',
    '示例·可配置',
  ])
    expect(calm.text).toContain(part)
  await expectChinese(before.page, 'limit')
  await expectNarrow(before.page, 'limit')
  await expectAccessible(before.page, 'limit')

  await until('2026-11-26T09:00:00+08:00')
  const after = await office.seat('shen-zhiwei')
  const overdue = await explained(after)
  expect(overdue.lamp).toBe('overdue')
  expect(overdue.text).toContain('11-25 周三 24:00')
  await expectAccessible(after.page, 'overdue')
  await after.page.keyboard.press('Escape')
  await after.page.getByRole('tab', { name: '流转' }).click()
  await after.page.getByText('“公管办复核”逾期').waitFor()
  await after.page.goto('/inbox?due=overdue')
  await after.page.locator('xf-task-rows a .limit[data-l="overdue"]').first().waitFor()
})

test('what is overdue comes up to an office, which takes note of it', async () => {
  const auditor = await office.seat('gu-xingzhi')
  interface Listed {
    items: { seq: number; caseNo: string; to: { role: string; org: string } }[]
  }
  const { body } = await auditor.ask<Listed>('GET', '/escalations?view=all&limit=200')
  const escalation = body.items.find(({ caseNo }) => caseNo === TASK.caseNo)!
  const holders = { 'center-director': 'zheng-huaiyuan', 'subdistrict-deputy': 'mei-qinghe' } as Record<string, string>
  const head = await office.seat(holders[escalation.to.role] ?? 'yan-shouzheng')
  const { page } = head
  await page.goto('/escalations')
  const row = page.locator(`tr[data-seq="${escalation.seq}"]`)
  await row.getByText('升级，不视为同意').waitFor()
  await expectChinese(page, 'escalations')
  await expectNarrow(page, 'escalations')
  await expectAccessible(page, 'escalations')
  await row.getByRole('button', { name: '签收' }).click()
  await page.getByRole('dialog').getByLabel('处理意见').fill('今天办结')
  await page.getByRole('dialog').getByRole('button', { name: '签收' }).click()
  await page.locator('xf-toasts').getByText('已签收').waitFor()
  await page.getByRole('tab', { name: '全部' }).click()
  await row.getByText('今天办结').waitFor()
})

test('an administrator sets a limit, then imports 2027, and the provisional limit becomes firm', async () => {
  const admin = await office.seat('fang-yuangui')
  const { page } = admin
  await page.goto('/limits')
  await page.getByLabel('找期限').fill('review.second')
  await page.getByRole('button', { name: '修改' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('数字').fill('30')
  expect(await dialog.getByLabel('计算单位').inputValue()).toBe('WD')
  await dialog.getByLabel('未到期的也按新数重算').check()
  await dialog.getByLabel('理由').fill('跨年案件统一口径')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.locator('xf-toasts').getByText('已修改').waitFor()
  await page.getByText('本单位').waitFor()

  const reviewer = await office.seat('shen-zhiwei')
  const provisional = await explained(reviewer)
  expect(provisional.text).toContain('2027-01-01 周五 24:00')
  expect(provisional.text).toContain('按周一至周五暂算')
  await reviewer.page.locator('xf-task-sheet').getByText('暂定', { exact: true }).waitFor()

  await page.goto('/incidents')
  await page.locator('xf-provisional-limits').getByText('2027 年放假安排没有导入').waitFor()
  await expectAccessible(page, 'provisional')
  await expectNarrow(page, 'provisional')
  await page.goto('/limits')
  const year = { year: 2027, source: '演示', holidays: ['2027-01-01'], workdays: ['2027-01-02'] }
  await page.locator('#calendar-file').setInputFiles({
    name: '2027.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(year)),
  })
  await page.locator('xf-toasts').getByText('工作日表为第 2 版').waitFor()
  await page.getByText('2027 年，放假 1 日').waitFor()
  const firm = await explained(reviewer)
  expect(firm.text).toContain('2027-01-02 周六 24:00')
  expect(firm.text).not.toContain('暂算')
  await page.goto('/limits')
  await page.getByRole('button', { name: '手工录入' }).click()
  await dialog.getByLabel('来源').fill('更正通知')
  await dialog.getByLabel('放假日').fill('2027-01-01 至 2027-01-03\n元旦')
  await dialog.getByRole('button', { name: '录入并重算' }).click()
  await dialog.getByText('第 2 行读不懂：元旦').waitFor()
  await expectAccessible(page, 'year')
  await dialog.getByLabel('放假日').fill('2027-01-01 至 2027-01-03')
  await dialog.getByText('放假 3 日').waitFor()
  await dialog.getByRole('button', { name: '录入并重算' }).click()
  await page.locator('xf-toasts').getByText('工作日表为第 3 版').waitFor()
  expect((await explained(reviewer)).text).toContain('2027-01-04 周一 24:00')
})
