import { expect, test } from 'vitest'
import { streetCaseNo } from '../../db/seed/street-reviews.ts'
import { instanceOf, recordsOf } from './house-answers.ts'
import { useOffice } from './office-in-browser.ts'

const office = useOffice()
const CASE = streetCaseNo('擅自占用绿地堆放建材案')

test('an auditor sees the path a case has taken, and each record with its hash', async () => {
  const auditor = await office.seat('gu-xingzhi')
  const { page } = auditor
  await page.goto(`/instances?q=${CASE}`)
  await page.getByRole('link', { name: CASE }).first().click()
  const element = (id: string) => page.locator(`xf-diagram g.djs-element[data-element-id="${id}"]`)
  await element('second-review').locator('xpath=self::*[contains(@class, "xf-now")]').waitFor()
  const marked = async (id: string) => {
    const classes = (await element(id).getAttribute('class')) ?? ''
    return ['xf-went', 'xf-now'].filter(each => classes.split(' ').includes(each))
  }
  const went = ['submit', 'intake', 'first-review', 'start--init', 'submit--examine']
  for (const id of went) expect({ id, marked: await marked(id) }).toEqual({ id, marked: ['xf-went'] })
  expect(await marked('second-review')).toEqual(['xf-went', 'xf-now'])
  for (const id of ['reconcile', 'handler-response', 'leader-decide'])
    expect({ id, marked: await marked(id) }).toEqual({ id, marked: [] })

  const { processInstanceKey } = await instanceOf(auditor, CASE)
  const recorded = await recordsOf(auditor, processInstanceKey)
  for (const { seq, hash, prev } of recorded) {
    const cells = page.locator(`tr[data-seq="${seq}"] .hash`)
    expect(await cells.nth(0).getAttribute('title')).toBe(hash)
    expect(await cells.nth(1).getAttribute('title')).toBe(prev)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  }
})

test('an auditor acts on no case: neither the instance nor the task offers it, and the server refuses', async () => {
  const auditor = await office.seat('gu-xingzhi')
  const { page } = auditor
  const { processInstanceKey } = await instanceOf(auditor, CASE)
  await page.goto(`/instances/${processInstanceKey}?tab=tasks`)
  const task = page.locator('tr[data-task-key]')
  await task.waitFor()
  const taskKey = await task.getAttribute('data-task-key')
  expect(await page.getByRole('button', { name: '撤销实例' }).count()).toBe(0)

  await task.getByRole('link').click()
  await page.getByRole('heading', { name: '公管办复核' }).waitFor()
  const offered = page.locator('xf-task-bar [data-action]:not([aria-disabled=true])')
  expect(await offered.count()).toBe(0)
  for (const name of ['认领', '退回待认领']) expect(await page.getByRole('button', { name }).count()).toBe(0)
  const refused = await auditor.ask('POST', `/user-tasks/${taskKey}/completion`, { action: 'true', variables: {} })
  expect(refused.status).toBe(403)
})
