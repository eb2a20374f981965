import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { streetCaseNo } from '../../db/seed/street-reviews.ts'
import { type CountingDoor, openDoor } from './counting-door.ts'
import { focused } from './focused.ts'
import { useOffice } from './office-in-browser.ts'
import { attachMaterials, choose, openTask, rowOf, submit, take, write } from './work-sheet.ts'

const office = useOffice()
const REVIEWED = streetCaseNo('沿街店铺擅自改变外立面案')
const NEW = streetCaseNo('店外占道加工作业案')
const AT_INTAKE = streetCaseNo('沿街晾晒影响市容案')
let door: CountingDoor

beforeAll(async () => {
  door = await openDoor(office.server.url)
})
afterAll(() => door.close())

/** Lets the sheet see a task as it is given here, whatever has happened to it since. */
async function freezeTask(page: Page, change: (task: { form: Form }) => unknown = task => task): Promise<void> {
  const key = new URL(page.url()).searchParams.get('task') ?? ''
  const answer = await page.context().request.get(`/api/user-tasks/${key}`)
  const json = change(await answer.json())
  await page.route(
    url => url.pathname === `/api/user-tasks/${key}`,
    route => route.fulfill({ json }),
  )
}

interface Form {
  components: { key?: string; validate?: object }[]
}

test('two tabs learn of a new task over one connection, and neither was reloaded', async () => {
  const { context, page } = await office.seat('qin-guanlan', { address: door.url })
  const tabs = [page, await context.newPage()]
  for (const tab of tabs) {
    await tab.goto('/inbox?view=claimable')
    await tab.locator('xf-task-rows a').first().waitFor()
    await tab.evaluate(() => document.body.setAttribute('data-not-reloaded', ''))
  }
  await expect.poll(() => door.open('/api/live')).toBe(1)

  const officer = await office.seat('ye-wanzhou')
  await take(officer.page, NEW, '送审')
  await attachMaterials(officer.page)
  await submit(officer.page)
  for (const tab of tabs) {
    await rowOf(tab, '形式审查').filter({ hasText: NEW }).waitFor()
    await tab.locator('body[data-not-reloaded]').waitFor()
  }
  expect(door.open('/api/live')).toBe(1)
})

test('news does not move the list under the pointer: it waits behind a button', async () => {
  const { page } = await office.seat('qin-guanlan')
  await page.goto('/inbox?view=claimable')
  const count = page.locator('xf-task-rows a')
  await count.first().hover()
  const before = await count.count()
  const other = await office.seat('zhou-yanqing')
  await take(other.page, NEW, '形式审查')
  const news = page.getByRole('button', { name: '1 条更新' })
  await news.waitFor()
  expect(await count.count()).toBe(before)
  await news.click()
  await expect.poll(() => count.count()).toBe(before - 1)
})

test('a draft saves itself and is there on another computer; a live update leaves the writing alone', async () => {
  const { page } = await office.seat('zhou-yanqing')
  await openTask(page, { caseNo: REVIEWED, step: '审核', view: 'assigned' })
  await write(page, '书面意见', '先写一半')
  await choose(page, '审核意见', '改正')
  await page.locator('xf-task-bar').getByText('草稿已存').waitFor()

  const elsewhere = await office.seat('zhou-yanqing')
  await openTask(elsewhere.page, { caseNo: REVIEWED, step: '审核', view: 'assigned' })
  const opinion = elsewhere.page.locator('xf-sheet-form').getByLabel('书面意见')
  await expect.poll(() => opinion.inputValue()).toBe('先写一半')
  await elsewhere.page.getByRole('radiogroup', { name: '审核意见' }).getByRole('radio', { name: '改正' }).waitFor()
})

test('what is wrong is said at each field and summed up, first by the form, then by the server', async () => {
  const { page } = await office.seat('zhou-yanqing')
  await openTask(page, { caseNo: REVIEWED, step: '审核', view: 'assigned' })
  await write(page, '书面意见', '')
  await page.locator('xf-task-bar').getByRole('button', { name: '提交' }).click()
  await page.locator('xf-form .summary').getByText('处要改').waitFor()
  await expect.poll(() => focused(page)).toMatch(/^input/)
  expect(await page.locator('#f-firstReason-error').textContent()).toBe('必填，不能空着。')

  // A page with an older form, which did not ask for the reason.
  await freezeTask(page, task => ({ ...task, form: { ...task.form, components: task.form.components.map(optional) } }))
  await page.reload()
  await write(page, '书面意见', '')
  for (let point = 0; point < 8; point++)
    await page.locator('xf-form .check').nth(point).getByText('通过', { exact: true }).click()
  await choose(page, '审核意见', '改正')
  const refused = page.waitForResponse(answer => answer.url().endsWith('/completion'))
  await page.locator('xf-task-bar').getByRole('button', { name: '提交' }).click()
  expect((await refused).status()).toBe(422)
  await expect.poll(() => focused(page)).toBe('f-firstReason')
  expect(await page.locator('#f-firstReason-error').textContent()).toBe('必填，不能空着。')
})

const optional = (field: Form['components'][number]) =>
  field.key === 'firstReason' ? { ...field, validate: {} } : field

test('a task that somebody else has closed meanwhile says who did and when', async () => {
  const slow = await office.seat('qin-guanlan')
  await openTask(slow.page, { caseNo: AT_INTAKE, step: '形式审查' })
  await slow.page.locator('xf-task-bar').waitFor()
  await freezeTask(slow.page)
  const quick = await office.seat('zhou-yanqing')
  await take(quick.page, AT_INTAKE, '形式审查')
  await submit(quick.page, '材料齐全')

  await slow.page.locator('xf-task-bar').getByRole('button', { name: '认领' }).click()
  const note = slow.page.locator('.note[data-state=closed]')
  await note.getByText(/周砚青 ?于 ?11-24 周二 10:00 ?已经办结/).waitFor()
  await slow.page.unrouteAll()
  await note.getByRole('button', { name: '看现在的样子' }).click()
  await slow.page.getByText(/周砚青 ?已于 ?11-24 10:00 ?办结/).waitFor()
})
