import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useOffice } from './office-in-browser.ts'
import { attachMaterials, choose, submit, take, write } from './work-sheet.ts'

const office = useOffice()
const CASE = 'LDJ-PT-2026-00901'
const POINTS = ['主体与权限', '人员资格', '事实与证据', '法律适用', '裁量', '程序', '文书规范', '是否涉罪']

async function startReview(page: Page): Promise<void> {
  await page.goto('/start')
  await page.locator('[data-process=legal-review]').getByRole('link', { name: '发起' }).click()
  await write(page, '案号', CASE)
  await write(page, '案由', '占用人行道加工铝合金门窗案')
  await write(page, '当事人', '长窗门窗加工店')
  await page.getByLabel('审核什么').selectOption({ label: '行政处罚决定' })
  await page.getByLabel('办到哪一步').selectOption({ label: '决定以前' })
  await page.getByRole('button', { name: '发起', exact: true }).click()
  await page.locator('xf-toasts').getByText('已发起').waitFor()
}

async function firstReview(page: Page): Promise<void> {
  await take(page, CASE, '形式审查')
  await submit(page, '材料齐全')
  await take(page, CASE, '审核')
  for (const point of POINTS)
    await page.getByRole('radiogroup', { name: point, exact: true }).getByText('通过', { exact: true }).click()
  await choose(page, '审核意见', '同意')
  await write(page, '书面意见', '事实清楚，证据确凿，程序合法。')
  await submit(page)
}

test('a review goes from its start over a disagreement and a second round to its end', async () => {
  const handler = await office.seat('he-lichuan')
  await startReview(handler.page)
  await take(handler.page, CASE, '送审')
  await attachMaterials(handler.page)
  await submit(handler.page)

  const first = await office.seat('zhou-yanqing')
  await firstReview(first.page)

  const second = await office.seat('shen-zhiwei')
  await take(second.page, CASE, '公管办复核')
  await choose(second.page, '复核意见', '改正')
  await write(second.page, '理由', '决定书没有写明违法所得的计算依据。')
  await submit(second.page, '不同意一级意见')
  await take(second.page, CASE, '合议')
  await choose(second.page, '合议意见', '改正')
  await write(second.page, '合议记录', '一致认为应当补写计算依据，改正后再送。')
  await submit(second.page, '合议一致')

  await take(handler.page, CASE, '承办机构处理')
  await choose(handler.page, '怎样对待审核意见', '接受')
  await choose(handler.page, '接下来', '改好再送')
  await write(handler.page, '改了什么', '补写了计算依据，附计算表。')
  await submit(handler.page)

  await firstReview(first.page)
  await take(second.page, CASE, '公管办复核')
  await write(second.page, '理由', '已按意见改正。')
  await submit(second.page, '同意一级意见')
  expect(1).toBe(1)
})
