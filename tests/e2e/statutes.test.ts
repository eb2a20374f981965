import { expect, test } from 'vitest'
import { streetCaseNo } from '../../db/seed/street-reviews.ts'
import { marketOrder } from '../../server/statutes/text/market-order.fixture.ts'
import { recordThenHold } from '../support/small-diagrams.ts'
import { deploy } from './house-answers.ts'
import { useOffice } from './office-in-browser.ts'
import { expectAccessible, expectChinese, expectNarrow } from './page-checks.ts'
import { openTask } from './work-sheet.ts'

const office = useOffice()
const file = (name: string, text: string) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })
const form = {
  ...{ type: 'default', id: 'record-then-hold.record' },
  components: [
    {
      ...{ id: 'held', key: 'heldOn', type: 'datetime', subtype: 'date', dateLabel: '登记保存日' },
      ...{ properties: { factTime: 'true' }, validate: { required: true } },
    },
  ],
}

test('an administrator brings a law in, everybody finds it, and a step opens the article it rests on', async () => {
  const { page } = await office.seat('fang-yuangui')
  await page.goto('/statutes')
  await page.getByRole('button', { name: '导入文本' }).click()
  const dialog = page.locator('xf-statute-import-dialog')
  await dialog.locator('#statute-file').setInputFiles(file('坏.md', marketOrder.replace('第二条 ', '第五条 ')))
  await dialog.getByText('应为“第二条”，实为“第五条”').waitFor()
  await expectAccessible(page, 'faults of a text')
  await dialog.locator('#statute-file').setInputFiles(file('集市条例.md', marketOrder))
  await dialog.getByText('共 5 条').waitFor()
  expect(await dialog.getByRole('textbox', { name: '施行日' }).inputValue()).toBe('2024-07-01')
  await expectAccessible(page, 'a text before it is brought in')
  await dialog.getByLabel('简称').fill('集市条例')
  await dialog.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByRole('link', { name: '集市条例' }).waitFor()

  await page.getByLabel('查名称').fill('早市')
  await page.getByRole('link', { name: '集市条例 第二条' }).click()
  await page.locator('article.wanted').getByText('（一）早市').waitFor()
  await expectChinese(page, 'a law')
  await expectAccessible(page, 'a law')
  await expectNarrow(page, 'a law')

  const reviewer = await office.seat('shen-zhiwei')
  await openTask(reviewer.page, {
    caseNo: streetCaseNo('擅自占用绿地堆放建材案'),
    step: '公管办复核',
    view: 'assigned',
  })
  const cited = reviewer.page.locator('.law[data-ref="行政处罚法 第58条"]').first()
  await cited.getByText('条文原文').click()
  await cited.getByText('2021-07-15 起施行').waitFor()
  await expectAccessible(reviewer.page, 'an opened citation')
  await cited.getByRole('link', { name: '看全文' }).click()
  await reviewer.page.locator('article.wanted').getByText('第五十八条').waitFor()
})

test('what is entered late asks why, and shows both times', async () => {
  await deploy(await office.seat('fang-yuangui'), {
    'record-then-hold.bpmn': recordThenHold,
    'record.form': JSON.stringify(form),
  })
  const { page, ask } = await office.seat('he-lichuan')
  const body = { processDefinitionId: 'record-then-hold', variables: { caseNo: 'LDJ-PT-2026-00931' } }
  const { processInstanceKey } = (await ask<{ processInstanceKey: string }>('POST', '/process-instances', body)).body
  const instance = await ask<{ openTasks: { userTaskKey: string }[] }>(
    'GET',
    `/process-instances/${processInstanceKey}`,
  )
  await page.goto(`/tasks/${instance.body.openTasks[0]?.userTaskKey}`)
  await page.getByLabel('登记保存日').fill('2026-11-12')
  await page.getByRole('button', { name: '提交' }).click()
  const dialog = page.locator('xf-record-dialog')
  await dialog.getByText('2026-11-12').waitFor()
  await expectAccessible(page, 'why it is entered late')
  await dialog.getByRole('textbox', { name: '迟录原因' }).fill('清单今日才转来')
  await dialog.getByRole('button', { name: '按迟录提交' }).click()
  await page.goto(`/tasks/${instance.body.openTasks[0]?.userTaskKey}?tab=history`)
  const line = page.locator('.history [data-late]')
  await line.getByText('发生 11-12').waitFor()
  expect(await line.textContent()).toContain('清单今日才转来')
  await expectAccessible(page, 'a late entry')
})
