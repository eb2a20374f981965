import { expect, test } from 'vitest'
import { useOffice } from './office-in-browser.ts'
import { expectAccessible, expectChinese, expectNarrow } from './page-checks.ts'
import type { Seat } from './seat.ts'
import { openTask } from './work-sheet.ts'

/** A demonstration lets its clock be set where Zeebe clients are answered. */
const office = useOffice({ ZEEBE_GATEWAY: '127.0.0.1:0' })
const TASK = { caseNo: 'LDJ-PT-2026-00253', step: '公管办复核', view: 'assigned' } as const

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
})

test('an administrator sets a limit, then imports 2027, and the provisional limit becomes firm', async () => {
  const admin = await office.seat('fang-yuangui')
  const { page } = admin
  await page.goto('/limits')
  await page.getByLabel('找期限').fill('review.second')
  await page.getByRole('button', { name: '修改' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('长度').fill('30WD')
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
})
