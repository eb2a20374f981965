import type { Locator, Page } from 'playwright-core'
import { samplePdf } from '../../db/seed/sample-pdf.ts'

/** Opens the sheet of a task from the list it stands in, as somebody does who looks for the case. */
export async function openTask(
  page: Page,
  { caseNo, step, view = 'claimable' }: { caseNo: string; step: string; view?: 'assigned' | 'claimable' | 'done' },
): Promise<void> {
  await page.goto(`/inbox?view=${view}&q=${caseNo}`)
  await rowOf(page, step).first().click()
  await page.getByRole('heading', { name: step, exact: true }).waitFor()
}

/** The rows of a step in the list on the page. */
export const rowOf = (page: Page, step: string): Locator =>
  page.locator('xf-task-rows a').filter({ has: page.locator(`b:text-is("${step}")`) })

/** Claims the task that is open. */
export async function claim(page: Page): Promise<void> {
  await page.locator('xf-task-bar').getByRole('button', { name: '认领' }).click()
  await page.locator('xf-toasts').getByText('已认领').waitFor()
}

/** Opens a task that waits for somebody, and claims it. */
export async function take(page: Page, caseNo: string, step: string): Promise<void> {
  await openTask(page, { caseNo, step })
  await claim(page)
  await page.locator('xf-task-bar .primary:has(kbd:text-is("e"))').waitFor()
}

/** Presses a button of the bar and waits until the act is done. */
export async function submit(page: Page, button = '提交'): Promise<void> {
  await page.locator('xf-task-bar').getByRole('button', { name: button, exact: false }).first().click()
  await page.locator('xf-toasts').getByText('已提交').waitFor()
}

/** Presses a button of a task that needs two, and waits until the first signature stands. */
export async function sign(page: Page, button: string): Promise<void> {
  await page.locator('xf-task-bar').getByRole('button', { name: button }).first().click()
  await page.locator('xf-toasts').getByText('等待副署').waitFor()
}

/** Looks through what somebody has signed, and signs it too. */
export async function countersign(page: Page, step: string): Promise<void> {
  await page.goto('/inbox?view=cosign')
  await rowOf(page, step).first().click()
  await page.locator('xf-task-bar').getByRole('button', { name: '副署', exact: true }).click()
  await page.locator('xf-toasts').getByText('已副署').waitFor()
}

/** Chooses one of several answers. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: question })
    .locator('label')
    .filter({ has: page.locator(`span:text-is("${answer}")`) })
    .click()
}

/** Writes into a field. */
export async function write(page: Page, label: string, text: string): Promise<void> {
  await page.locator('xf-sheet-form').getByLabel(label).fill(text)
}

/** A file to choose, by its name. */
const pdf = (name: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(samplePdf([name])),
})

/** Puts the materials of a review into its form: the report, the evidence and the draft of the decision. */
export async function attachMaterials(page: Page): Promise<void> {
  const rows = page.locator('xf-sheet-form .item')
  await page.getByRole('button', { name: '加一行：送审材料' }).click()
  for (const [index, name] of ['调查终结报告', '证据'].entries()) {
    const row = rows.nth(index)
    await row.getByLabel('材料种类').selectOption({ label: name })
    await row.locator('input[type=file]').setInputFiles(pdf(name))
    await uploaded(row, `${name}.pdf`)
  }
  const draft = page.getByRole('group', { name: '拟决定文稿' })
  await draft.locator('input[type=file]').setInputFiles(pdf('决定书文稿'))
  await uploaded(draft, '决定书文稿.pdf')
}

/** The name of a file stands there while it is on its way; only then is it there. */
async function uploaded(place: Locator, name: string): Promise<void> {
  await place.getByText(name).waitFor()
  await place.getByText('正在上传').waitFor({ state: 'detached' })
}
