import { test } from 'vitest'
import { streetCaseNo } from '../../db/seed/street-reviews.ts'
import { tamper } from './faces.ts'
import { useOffice } from './office-in-browser.ts'
import { expectAccessible, expectChinese, expectSound } from './page-checks.ts'
import type { Seat } from './seat.ts'
import { filledWith, showEverything } from './things-to-show.ts'
import { openTask } from './work-sheet.ts'

const office = useOffice()
const keys = showEverything(office)
const missing = { status: 404, json: { status: 404, id: 'resource.not-found', title: '没有找到' } }

test('the door: sign-in, a wrong password, a server that is away, and setting up', async () => {
  const seat = await office.seat()
  const { page } = seat
  const tampering = { api: '/office', empty: missing }
  const answers = await tamper(seat, tampering)
  await page.goto('/')
  await page.locator('[data-face=loading]').waitFor({ state: 'attached' })
  await expectSound(page, 'door loading')
  await answers.fail()
  await page.locator('[data-face=error]').waitFor()
  await expectSound(page, 'door error')
  await answers.restore()

  await page.getByRole('button', { name: '再取一次' }).click()
  await page.getByLabel('账号', { exact: true }).fill('zhou-yanqing')
  await page.getByLabel('密码').fill('wrong')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText('账号或密码不对').waitFor()
  await expectChinese(page, 'sign-in')
  await expectSound(page, 'sign-in')
  await page.getByLabel('密码').fill('xunfa-demo')
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL('**/inbox')
  await page.locator('xf-account-menu').getByRole('button').click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('密码').waitFor()

  for (const [path, heading] of [
    ['/set-up', '建立第一个管理员'],
    ['/set-up?token=none', '建立第一个管理员'],
    ['/invitation', '设定密码'],
    ['/invitation?token=none', '设定密码'],
  ] as const) {
    await page.goto(path)
    await page.getByRole('heading', { name: heading }).waitFor()
    await expectChinese(page, path)
    await expectSound(page, path)
  }
})

test('a page that is not for the person, and one that is not there', async () => {
  const seat = await office.seat('zhou-yanqing')
  for (const [path, face] of [
    ['/designer', 'forbidden'],
    ['/nowhere', 'empty'],
  ] as const) {
    await seat.page.goto(path)
    await seat.page.locator(`main [data-face=${face}]`).waitFor()
    await expectChinese(seat.page, path)
    await expectSound(seat.page, path)
  }
})

test.each([
  ['help', 'zhou-yanqing', '/inbox', async ({ page }: Seat) => await page.keyboard.press('?')],
  [
    'new procedure',
    'fang-yuangui',
    '/designer',
    async ({ page }: Seat) => await page.getByRole('button', { name: '新建程序' }).click(),
  ],
  [
    'limit',
    'fang-yuangui',
    '/limits',
    async ({ page }: Seat) => await page.getByRole('button', { name: '修改' }).first().click(),
  ],
  [
    'resolve',
    'fang-yuangui',
    '/incidents',
    async ({ page }: Seat) => await page.getByRole('button', { name: '处置' }).first().click(),
  ],
  [
    'cancel',
    'fang-yuangui',
    '/instances/:instance',
    async ({ page }: Seat) => await page.getByRole('button', { name: '撤销实例' }).click(),
  ],
  [
    'register somebody',
    'fang-yuangui',
    '/people',
    async ({ page }: Seat) => await page.getByRole('button', { name: '登记人员' }).click(),
  ],
  [
    'import',
    'fang-yuangui',
    '/people',
    async ({ page }: Seat) => await page.getByRole('button', { name: '导入' }).click(),
  ],
  [
    'sessions',
    'fang-yuangui',
    '/accounts',
    async ({ page }: Seat) =>
      await page.locator('tr[data-account=fang-yuangui]').getByRole('button', { name: '处' }).click(),
  ],
  [
    'history of an organisation',
    'fang-yuangui',
    '/organisations',
    async ({ page }: Seat) => await page.getByRole('button', { name: '记录' }).first().click(),
  ],
])('the dialog %s is sound', async (name, as, path, open) => {
  const seat = await office.seat(as)
  await seat.page.goto(filledWith(keys, path))
  await seat.page.locator('main [data-face=content]').first().waitFor()
  await open(seat)
  await seat.page.getByRole('dialog').waitFor()
  await expectChinese(seat.page, name)
  await expectSound(seat.page, name)
})

test('the tabs of a task are sound, and the menus open', async () => {
  const seat = await office.seat('zhou-yanqing')
  const { page } = seat
  await openTask(page, { caseNo: streetCaseNo('沿街店铺擅自改变外立面案'), step: '审核', view: 'assigned' })
  for (const tab of ['案情', '材料', '流转', '流程图', '法律依据']) {
    await page.getByRole('tab', { name: tab }).click()
    await page.getByRole('tab', { name: tab, selected: true }).waitFor()
    if (tab === '流程图') await page.locator('xf-diagram .djs-element.xf-now').first().waitFor()
    await expectChinese(page, tab)
    await expectSound(page, tab)
  }
  await page.locator('xf-task-bar').getByRole('button', { name: '更多' }).click()
  await page.getByText('退给同岗位的人认领').waitFor()
  await expectAccessible(page, 'more')
  await page.locator('xf-account-menu').getByRole('button').first().click()
  await page.getByRole('button', { name: '退出登录' }).waitFor()
  await expectAccessible(page, 'account')
})
