import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { streetCaseNo } from '../../db/seed/street-reviews.ts'
import { deploy } from './house-answers.ts'
import { useOffice } from './office-in-browser.ts'
import type { Seat } from './seat.ts'
import { claim, openTask, submit, write } from './work-sheet.ts'

const office = useOffice()

const diagram = (name: string) => ({
  name: `${name}.bpmn`,
  mimeType: 'text/xml',
  buffer: readFileSync(new URL(`diagrams/${name}.bpmn`, import.meta.url)),
})

async function bringIn(page: Page, ...files: ReturnType<typeof diagram>[]): Promise<void> {
  await page.goto('/designer')
  await page.getByRole('button', { name: '导入' }).click()
  await page.locator('xf-draft-import-dialog input[type=file]').setInputFiles(files)
  await page.getByRole('button', { name: '导入为草稿' }).click()
}

const published = (admin: Seat, name: string) => {
  const { name: file, buffer } = diagram(name)
  return deploy(admin, { [file]: buffer.toString() })
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
  await published(admin, 'wrong-condition')
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
  await published(admin, 'endless-loop')
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

test('broken XML becomes no draft, and the dialog says what and where', async () => {
  const { page } = await office.seat('fang-yuangui')
  await bringIn(page, { name: 'broken.bpmn', mimeType: 'text/xml', buffer: Buffer.from(BROKEN) })
  const report = page.locator('xf-draft-import-dialog .report')
  await report.getByText('broken.bpmn').waitFor()
  expect(await report.textContent()).toContain('XML 没有写完或者写坏了')
})

const BROKEN = '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"'

test('a draft with an element the engine does not know is not handed in, and the page says which', async () => {
  const { page } = await office.seat('fang-yuangui')
  await bringIn(page, diagram('unknown-element'))
  await page.getByRole('button', { name: '送审' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '送审' }).click()
  await dialog.getByText('sort-out').waitFor()
})
