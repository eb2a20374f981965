import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { streetCaseNo } from '../../db/seed/street-reviews.ts'
import { useOffice } from './office-in-browser.ts'
import type { Seat } from './seat.ts'
import { claim, openTask, submit, write } from './work-sheet.ts'

const office = useOffice()

const diagram = (name: string) => ({
  name: `${name}.bpmn`,
  mimeType: 'text/xml',
  buffer: readFileSync(new URL(`diagrams/${name}.bpmn`, import.meta.url)),
})

async function publish(page: Page, ...files: ReturnType<typeof diagram>[]): Promise<void> {
  await page.goto('/designer')
  await page.getByRole('button', { name: '发布' }).click()
  await page.locator('xf-deploy-dialog input[type=file]').setInputFiles(files)
  await page.getByRole('button', { name: '检查并发布' }).click()
}

async function start({ page }: Seat, processId: string, caseNo: string): Promise<void> {
  await page.goto('/start')
  await page.locator(`[data-process=${processId}]`).getByRole('link', { name: '发起' }).click()
  await write(page, '案号', caseNo)
  await page.getByRole('button', { name: '发起', exact: true }).click()
  await page.locator('xf-toasts').getByText('已发起').waitFor()
}

test('a condition that cannot be decided stops the case; setting the variable in the page lets it go on', async () => {
  const admin = await office.seat('fang-yuangui')
  await publish(admin.page, diagram('wrong-condition'))
  await admin.page.locator('xf-toasts').getByText('已发布 1 个文件').waitFor()
  const officer = await office.seat('he-lichuan')
  await start(officer, 'wrong-condition', 'LDJ-PT-2026-00911')

  await admin.page.goto('/incidents')
  const row = admin.page.locator('tr[data-element=decide]')
  await row.getByText("'fine > 1000'").waitFor()
  await row.getByRole('button', { name: '处置' }).click()
  const dialog = admin.page.getByRole('dialog')
  await dialog.getByLabel('要改的变量').fill('{ "fine": }')
  await dialog.getByRole('button', { name: '处置并继续' }).click()
  await dialog.getByText('JSON 不完整').waitFor()
  await dialog.getByLabel('要改的变量').fill('{ "fine": 5000 }')
  await dialog.getByLabel('理由').fill('发起时漏填罚款数额')
  await dialog.getByRole('button', { name: '处置并继续' }).click()
  await admin.page.locator('xf-toasts').getByText('已处置').waitFor()
  await row.waitFor({ state: 'detached' })
  await admin.page.getByRole('tab', { name: '已处置' }).click()
  await row.waitFor()

  await openTask(officer.page, { caseNo: 'LDJ-PT-2026-00911', step: '大额罚款' })
  await claim(officer.page)
  await submit(officer.page)
})

test('two gateways without end become an incident; other cases go on meanwhile', async () => {
  const admin = await office.seat('fang-yuangui')
  await publish(admin.page, diagram('endless-loop'))
  await admin.page.locator('xf-toasts').getByText('已发布').waitFor()
  const officer = await office.seat('he-lichuan')
  await start(officer, 'endless-loop', 'LDJ-PT-2026-00912')
  await openTask(officer.page, { caseNo: streetCaseNo('店外占道加工作业案'), step: '送审' })
  await claim(officer.page)

  await admin.page.goto('/incidents')
  await admin.page.locator('tr[data-element=one], tr[data-element=two]').getByText('循环没有尽头').waitFor()
})

test('an endless case is ended by an operator, who gives the reason', async () => {
  const { page } = await office.seat('fang-yuangui')
  await page.goto('/instances?q=LDJ-PT-2026-00912')
  await page.getByRole('link', { name: 'LDJ-PT-2026-00912' }).first().click()
  await page.getByRole('button', { name: '撤销实例' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '撤销实例' }).click()
  await dialog.getByText('请写明撤销的理由').waitFor()
  await dialog.getByLabel('理由').fill('流程图有误')
  await dialog.getByRole('button', { name: '撤销实例' }).click()
  await page.locator('h1').getByText('已撤销').waitFor()
})

test.each([
  ['an element the engine does not know', diagram('unknown-element'), ['sort-out', 'ComplexGateway']],
  [
    'broken XML',
    { name: 'broken.bpmn', mimeType: 'text/xml', buffer: Buffer.from('<bpmn:definitions') },
    ['broken.bpmn', 'unclosed tag'],
  ],
])('%s is not published, and the page says what and where', async (_, file, named) => {
  const { page } = await office.seat('fang-yuangui')
  await publish(page, file)
  const note = page.locator('xf-deploy-dialog .note')
  await note.getByText('没有发布').waitFor()
  for (const each of named) expect(await note.textContent()).toContain(each)
})
