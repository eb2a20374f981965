import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useOffice } from './office-in-browser.ts'
import type { Seat } from './seat.ts'

const office = useOffice()

/** A draft of the shortest procedure, and its page. */
async function openDraft(seat: Seat): Promise<string> {
  const { body } = await seat.ask<{ items: { processDefinitionId: string; processDefinitionKey: string }[] }>(
    'GET',
    '/process-definitions',
  )
  const processDefinitionKey = body.items.find(
    each => each.processDefinitionId === 'supervision-copy',
  )?.processDefinitionKey
  const begun = await seat.ask<{ id: string }>('POST', '/process-drafts', { from: { processDefinitionKey } })
  await seat.page.goto(`/designer/drafts/${begun.body.id}`)
  await shape(seat.page, 'read-copy').waitFor()
  return begun.body.id
}

const shape = (page: Page, id: string) => page.locator(`xf-draft-canvas .djs-element[data-element-id="${id}"]`).first()

test('the element under the pointer is its sentence; search and map open by their buttons', async () => {
  const seat = await office.seat('fang-yuangui')
  const { page } = seat
  await openDraft(seat)
  const canvas = page.locator('xf-draft-canvas')
  await shape(page, 'read-copy').hover()
  await page.locator('xf-draft-prose .said .pointed[data-element="read-copy"]').waitFor()
  await canvas.getByRole('button', { name: '找图元' }).click()
  await canvas.getByLabel('在图里找').fill('阅知')
  // What an input method writes ends with a key.
  await page.keyboard.press('End')
  await canvas.locator('.djs-search-result').first().waitFor()
  await page.keyboard.press('Enter')
  await canvas.getByRole('button', { name: '缩略图', exact: true }).click()
  await canvas.locator('.djs-minimap.open').waitFor()
})

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
