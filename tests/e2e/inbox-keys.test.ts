import { expect, test } from 'vitest'
import { streetCaseNo } from '../../db/seed/street-reviews.ts'
import { focused } from './focused.ts'
import { useOffice } from './office-in-browser.ts'
import { claim, openTask, rowOf } from './work-sheet.ts'

const office = useOffice()

test('the keyboard alone moves through the list, opens, claims, acts and comes back', async () => {
  const { page } = await office.seat('zhou-yanqing')
  await page.goto('/inbox?view=claimable')
  const rows = page.locator('xf-task-rows a')
  await rows.nth(1).waitFor()
  const keys = await rows.evaluateAll(all => all.map(row => row.getAttribute('data-task-key')))
  const openKey = () => new URL(page.url()).searchParams.get('task')

  await page.keyboard.press('j')
  await expect.poll(openKey).toBe(keys[0])
  await page.keyboard.press('j')
  await expect.poll(openKey).toBe(keys[1])
  await page.keyboard.press('k')
  await expect.poll(openKey).toBe(keys[0])
  await page.locator('xf-task-bar').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('title')
  await page.keyboard.press('Escape')
  await expect.poll(openKey).toBe(null)

  await page.keyboard.press('j')
  await page.locator('xf-task-bar').getByRole('button', { name: '认领' }).waitFor()
  await page.keyboard.press('c')
  await page.locator('xf-toasts').getByText('已认领').waitFor()
  await page.locator('[data-action="complete=yes"] kbd').waitFor()
  await page.keyboard.press('e')
  await page.locator('xf-toasts').getByText('已提交“形式审查”：材料齐全').waitFor()
})

test('who leaves a task before its form has come is not followed by an error', async () => {
  const { page } = await office.seat('zhou-yanqing')
  const script = /\/assets\/sheet-form[^/]*\.js$/
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route(script, async route => {
    await held
    await route.continue()
  })
  await page.goto('/inbox?view=claimable')
  await page.locator('xf-task-rows a').first().waitFor()
  await page.keyboard.press('j')
  await page.locator('xf-sheet-form').waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  await page.locator('xf-sheet-form').waitFor({ state: 'detached' })
  const arrived = page.waitForResponse(script)
  release()
  await (await arrived).finished()
  await page.evaluate(() => customElements.whenDefined('xf-sheet-form').then(() => undefined))
})

test('search, help and the way home have keys of their own; letters belong to whoever writes', async () => {
  const { page } = await office.seat('zhou-yanqing')
  await page.goto('/instances')
  await page.locator('[data-face=content]').waitFor()
  await page.keyboard.press('/')
  expect(await focused(page)).toBe('search')
  await page.keyboard.type('g i?j')
  expect(await page.locator('#search').inputValue()).toBe('g i?j')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.locator('main').focus()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.waitForURL('**/inbox')

  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '快捷键' }).waitFor()
  await page.keyboard.press('j')
  expect(new URL(page.url()).search).toBe('')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('the focus comes back to where it was when a dialog or a menu closes', async () => {
  const { page } = await office.seat('fang-yuangui')
  await page.goto('/designer')
  const begin = page.getByRole('button', { name: '新建程序' })
  await begin.focus()
  const before = await focused(page)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '新建程序' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await focused(page)).toBe(before)

  const account = page.locator('xf-account-menu').getByRole('button', { name: '我的账号' })
  await account.focus()
  const menu = await focused(page)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '退出登录' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '退出登录' }).waitFor({ state: 'hidden' })
  expect(await focused(page)).toBe(menu)
})

test('language and colours change at once and are remembered', async () => {
  const { page } = await office.seat('zhou-yanqing')
  await page.goto('/inbox')
  await page.getByRole('heading', { name: '待我办' }).waitFor()
  await page.getByRole('button', { name: '切换到英文' }).last().click()
  await page.getByRole('heading', { name: 'For me' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')

  const ink = () => page.locator('main').evaluate(main => getComputedStyle(main).color)
  const light = await ink()
  await page.locator('xf-account-menu').getByRole('button', { name: 'My account' }).click()
  await page.getByText('Dark', { exact: true }).click()
  const dark = await ink()
  expect(dark).not.toBe(light)

  await page.reload()
  await page.getByRole('heading', { name: 'For me' }).waitFor()
  expect(await ink()).toBe(dark)
})

test('what is started shows who holds it now', async () => {
  const { page } = await office.seat('he-lichuan')
  await page.goto('/inbox?view=started')
  await rowOf(page, '审核').filter({ hasText: '周砚青' }).waitFor()
  const caseNo = streetCaseNo('店外占道加工作业案')
  await openTask(page, { caseNo, step: '送审' })
  await claim(page)
  await page.goto(`/inbox?q=${caseNo}`)
  await rowOf(page, '送审').waitFor()
})
