import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useOffice } from './office-in-browser.ts'
import type { Seat } from './seat.ts'

const office = useOffice()

/** A draft of the shortest procedure or of another, and its page. */
async function openDraft(seat: Seat, processId = 'supervision-copy', first = 'read-copy'): Promise<string> {
  const { body } = await seat.ask<{ items: { processDefinitionId: string; processDefinitionKey: string }[] }>(
    'GET',
    '/process-definitions',
  )
  const processDefinitionKey = body.items.find(each => each.processDefinitionId === processId)?.processDefinitionKey
  const begun = await seat.ask<{ id: string }>('POST', '/process-drafts', { from: { processDefinitionKey } })
  await seat.page.goto(`/designer/drafts/${begun.body.id}`)
  await shape(seat.page, first).waitFor()
  return begun.body.id
}

const shape = (page: Page, id: string) => page.locator(`xf-draft-canvas .djs-element[data-element-id="${id}"]`).first()

test('the element under the pointer is its sentence, in every text; search and map open by their buttons; panels keep their size', async () => {
  const seat = await office.seat('fang-yuangui')
  const { page } = seat
  await openDraft(seat)
  const canvas = page.locator('xf-draft-canvas')
  await shape(page, 'read-copy').hover()
  await page.locator('xf-draft-prose .said .pointed[data-element="read-copy"]').waitFor()
  for (const [view, line] of [
    ['逐项', '[role=treeitem].pointed'],
    ['全文', 'button.pointed'],
  ] as const) {
    await page.locator('xf-draft-prose').getByRole('button', { name: view }).click()
    await shape(page, 'read-copy').hover()
    await page.locator(`xf-draft-prose ${line}`, { hasText: '阅知抄送' }).first().waitFor()
    await page.locator('xf-draft-prose [data-element="start"]').first().hover()
    await page.locator('xf-draft-canvas .xf-pointed[data-element-id="start"]').waitFor()
  }
  await canvas.getByRole('button', { name: '找图元' }).click()
  await canvas.getByLabel('在图里找').fill('阅知')
  // What an input method writes ends with a key.
  await page.keyboard.press('End')
  await canvas.locator('.djs-search-result').first().waitFor()
  await page.keyboard.press('Enter')
  await canvas.getByRole('button', { name: '缩略图', exact: true }).click()
  await canvas.locator('.djs-minimap.open').waitFor()
  const edge = page.getByRole('separator', { name: '下面各栏的高度' })
  await edge.focus()
  await page.keyboard.press('Shift+ArrowUp')
  expect(await edge.getAttribute('aria-valuenow')).toBe('314')
  await page.reload()
  await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe('314')
})

test('steps are coloured, aligned and carried into another draft with their form; one key takes each back', async () => {
  const seat = await office.seat('fang-yuangui')
  const { page } = seat
  const { keyboard } = page
  const diagram = async (id: string) =>
    (await seat.ask<Files>('GET', `/process-drafts/${id}`)).body.files.find(({ name }) => name.endsWith('.bpmn'))
      ?.content
  const canvas = page.locator('xf-draft-canvas')
  const choose = async () => {
    await shape(page, 'submit').click({ position: { x: 15, y: 35 } })
    await shape(page, 'submit-after').click({ position: { x: 15, y: 35 }, modifiers: ['Shift'] })
  }
  const from = await openDraft(seat, 'legal-review', 'submit-after')
  const before = await diagram(from)
  await choose()
  await keyboard.press('Control+c')
  await canvas.getByRole('button', { name: '给选中的换颜色' }).click()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect.poll(() => diagram(from)).toMatch(/bpmnElement="submit" bioc:stroke/)
  await canvas.getByRole('button', { name: '对齐选中的' }).click()
  await canvas.getByTitle('上对齐').click()
  const top = (id: string) => shape(page, id).evaluate(element => element.getBoundingClientRect().top)
  await expect.poll(async () => (await top('submit')) - (await top('submit-after'))).toBe(0)
  await keyboard.press('Control+z')
  await keyboard.press('Control+z')
  await expect.poll(() => diagram(from)).toBe(before)

  const to = await openDraft(seat)
  const without = await diagram(to)
  await shape(page, 'read-copy').click({ position: { x: 15, y: 35 } })
  await keyboard.press('Control+v')
  await expect.poll(() => diagram(to)).toContain('formId="legal-review.submit-after"')
  const { body } = await seat.ask<Files>('GET', `/process-drafts/${to}`)
  expect(body.files.map(({ name }) => name)).toEqual(expect.arrayContaining(['submit.form', 'submit-after.form']))
  expect(await overlapping(page, 'submit')).toEqual([])
  await keyboard.press('Control+z')
  await expect.poll(() => diagram(to)).toBe(without)
})

/** The steps that a step lies on. */
const overlapping = (page: Page, id: string): Promise<(string | undefined)[]> =>
  page.locator('xf-draft-canvas').evaluate((canvas, wanted) => {
    const steps = [...(canvas.shadowRoot?.querySelectorAll<SVGElement>('.djs-shape') ?? [])].filter(
      ({ dataset: { elementId = '' } }) => !/pool|lane|_label/.test(elementId),
    )
    const mine = steps.find(({ dataset }) => dataset.elementId === wanted)?.getBoundingClientRect()
    if (!mine) throw new Error(`Expected ${wanted} on the canvas`)
    const isUnder = (box: DOMRect) =>
      box.left < mine.right && mine.left < box.right && box.top < mine.bottom && mine.top < box.bottom
    return steps
      .filter(step => step.dataset.elementId !== wanted && isUnder(step.getBoundingClientRect()))
      .map(({ dataset }) => dataset.elementId)
  }, id)

interface Files {
  files: { name: string; content: string }[]
}

test('who comes second is told who edits, looks, and takes over with a reason; the first is told at once', async () => {
  const first = await office.seat('fang-yuangui')
  const id = await openDraft(first)
  const second = await office.seat('su-wenbo')
  await second.page.goto(`/designer/drafts/${id}`)
  await shape(second.page, 'read-copy').waitFor()
  const note = second.page.locator('.note', { hasText: '方圆规' })
  await note.waitFor()
  expect(await second.page.locator('xf-draft-palette').count()).toBe(0)
  await note.getByLabel('接过来的理由').fill('方圆规休假')
  await note.getByRole('button', { name: '接过来编辑' }).click()
  await second.page.locator('xf-draft-palette').waitFor()
  await first.page.locator('.note', { hasText: '苏文博' }).waitFor()
  expect(await first.page.locator('xf-draft-palette').count()).toBe(0)
  expect((await first.ask<{ editor: { name: string } }>('GET', `/process-drafts/${id}`)).body.editor.name).toBe(
    '苏文博',
  )
})
