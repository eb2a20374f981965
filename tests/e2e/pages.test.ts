import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { emptyAnswers, failAnswers, holdAnswers, type Tampering } from './faces.ts'
import { deploy, instanceOf } from './house-answers.ts'
import { useOffice } from './office-in-browser.ts'
import { expectAccessible, expectChinese, expectNarrow } from './page-checks.ts'
import { registerCase } from './registered-case.ts'
import type { Seat } from './seat.ts'
import { openTask } from './work-sheet.ts'

const office = useOffice()
const missing = { status: 404, json: { status: 404, id: 'resource.not-found', title: '没有找到' } }
const list = (json: object = {}) => ({
  status: 200,
  json: { items: [], page: { hasMoreTotalItems: false, totalItems: 0 }, ...json },
})

/** A page: who opens it, where, and which answer makes its faces. */
interface PageCase extends Tampering {
  as: string | undefined
  path: string
}

/** Keys of the demonstration, known once it runs. */
const keys = { instance: '', definition: '', task: '', caseNo: '', party: '' }

beforeAll(async () => {
  const admin = await office.seat('fang-yuangui')
  await deploy(admin, {
    'wrong-condition.bpmn': readFileSync(new URL('diagrams/wrong-condition.bpmn', import.meta.url), 'utf8'),
  })
  const keeper = await office.seat('jian-shuyan')
  const certificate = { personId: 'lin-shen', kind: 'enforcement', number: '17010116001' }
  await keeper.ask('POST', '/certificates', { ...certificate, validFrom: '2024-01-01', validTo: '2028-12-31' })
  const duty = { dutyId: 'LDJ-1', street: 'LDJ', listType: 'basic', name: '占道经营巡查', validFrom: '2026-01-01' }
  await admin.ask('POST', '/catalogue/duty-lists', { row: duty })
  // What this colleague did since then becomes a defect.
  const turn = { state: 'suspended', effectiveAt: '2026-11-10T00:00:00Z', reason: '接受调查', lateReason: '补录' }
  await keeper.ask('POST', '/certificates/enforcement-E420106-0414/states', turn)
  const officer = await office.seat('he-lichuan')
  const variables = { caseNo: 'LDJ-PT-2026-00921' }
  await officer.ask('POST', '/process-instances', { processDefinitionId: 'wrong-condition', variables })
  const registered = await registerCase(admin, officer)
  keys.caseNo = registered.caseNo
  keys.party = registered.partyId
  const auditor = await office.seat('gu-xingzhi')
  const found = await instanceOf(auditor, 'LDJ-PT-2026-00251')
  keys.instance = found.processInstanceKey
  keys.definition = found.processDefinitionKey
  const reviewer = await office.seat('zhou-yanqing')
  const { body } = await reviewer.ask<{ items: { userTaskKey: string }[] }>('GET', '/user-tasks?view=assigned')
  keys.task = body.items[0]?.userTaskKey ?? ''
})

const counts = { assigned: 0, claimable: 0, started: 0, done: 0 }
const pages: readonly PageCase[] = [
  { as: 'zhou-yanqing', path: '/inbox', api: '/user-tasks', empty: list({ counts }) },
  { as: 'zhou-yanqing', path: '/tasks/:task', api: '/user-tasks/:task', empty: missing },
  { as: 'he-lichuan', path: '/start', api: '/process-definitions', empty: list() },
  { as: 'he-lichuan', path: '/start/:definition', api: '/process-definitions/:definition', empty: missing },
  { as: 'he-lichuan', path: '/instances', api: '/process-instances', empty: list() },
  { as: 'gu-xingzhi', path: '/instances/:instance', api: '/process-instances/:instance', empty: missing },
  { as: 'mei-qinghe', path: '/escalations', api: '/escalations', empty: list() },
  { as: 'zheng-huaiyuan', path: '/evidence-defects', api: '/evidence-defects', empty: list() },
  { as: 'he-lichuan', path: '/cases', api: '/cases', empty: list() },
  { as: 'he-lichuan', path: '/cases/new', api: '/case-forms/register', empty: missing },
  { as: 'he-lichuan', path: '/cases/:caseNo', api: '/cases/:caseNo', empty: missing },
  { as: 'he-lichuan', path: '/parties', api: '/parties', empty: list() },
  { as: 'he-lichuan', path: '/parties/:party', api: '/parties/:party', empty: missing },
  { as: 'he-lichuan', path: '/reviews', api: '/reviews', empty: list() },
  { as: 'fang-yuangui', path: '/incidents', api: '/incidents', empty: list() },
  { as: 'fang-yuangui', path: '/designer', api: '/process-definitions', empty: list() },
  { as: 'fang-yuangui', path: '/designer/:definition', api: '/process-definitions/:definition', empty: missing },
  { as: 'fang-yuangui', path: '/limits', api: '/limit-parameters', empty: list() },
  { as: 'he-lichuan', path: '/statutes', api: '/statutes', empty: list({ hits: [] }) },
  {
    as: 'fang-yuangui',
    path: '/statutes/行政处罚法?article=58',
    api: '/statutes/%E8%A1%8C%E6%94%BF%E5%A4%84%E7%BD%9A%E6%B3%95',
    empty: missing,
  },
  { as: 'fang-yuangui', path: '/people', api: '/personnel', empty: list() },
  { as: 'fang-yuangui', path: '/people/lin-shen', api: '/personnel/lin-shen', empty: missing },
  { as: 'fang-yuangui', path: '/accounts', api: '/accounts', empty: list() },
  { as: 'fang-yuangui', path: '/organisations', api: '/organisations', empty: list({ roles: [] }) },
  { as: 'jian-shuyan', path: '/certificates', api: '/certificates', empty: list() },
  { as: 'fang-yuangui', path: '/catalogue', api: '/catalogue/enforcement-items', empty: list({ fields: [] }) },
  { as: 'fang-yuangui', path: '/catalogue/duty-lists/LDJ-1', api: '/catalogue/duty-lists/LDJ-1', empty: missing },
  { as: 'fang-yuangui', path: '/office-parameters', api: '/office-parameters', empty: list() },
  { as: 'zhou-yanqing', path: '/notifications', api: '/notifications', empty: list() },
  { as: 'fang-yuangui', path: '/outbox?view=words', api: '/notification-templates', empty: missing },
  { as: 'he-lichuan', path: '/search?q=外立面', api: '/process-instances', empty: list() },
]

const filled = (path: string) => path.replaceAll(/:(\w+)/g, (_, name: keyof typeof keys) => keys[name])

async function expectSound({ page }: Seat, where: string): Promise<void> {
  await expectAccessible(page, where)
  await expectNarrow(page, where)
}

test.each(pages)('$path: loading, empty, error and content are sound', async ({ as, ...asked }) => {
  const seat = await office.seat(as)
  const { page } = seat
  const tampering = { ...asked, api: filled(asked.api) }
  const open = () => page.goto(filled(asked.path))

  const release = await holdAnswers(page, tampering)
  await open()
  await page.locator('main [data-face=loading]').first().waitFor({ state: 'attached' })
  await expectSound(seat, `${asked.path} loading`)
  await release()

  const restore = await emptyAnswers(page, tampering)
  await open()
  await page.locator('main [data-face=empty], main [data-face=missing]').first().waitFor()
  await expectChinese(page, `${asked.path} empty`)
  await expectSound(seat, `${asked.path} empty`)
  await restore()

  const mend = await failAnswers(seat, tampering)
  await open()
  await page.locator('main [data-face=error]').first().waitFor()
  await expectChinese(page, `${asked.path} error`)
  await expectSound(seat, `${asked.path} error`)
  await mend()

  await page.getByRole('button', { name: '再取一次' }).first().click()
  await page.locator('main [data-face=content]').first().waitFor()
  await expectChinese(page, `${asked.path} content`)
  await expectSound(seat, `${asked.path} content`)
  await page.getByRole('button', { name: '切换到英文' }).last().click()
  await page.locator('html[lang=en]').waitFor()
  await page.locator('main [data-face=content]').first().waitFor()
  await expectAccessible(page, `${asked.path} in English`)
})

test('the door: sign-in, a wrong password, a server that is away, and setting up', async () => {
  const seat = await office.seat()
  const { page } = seat
  const tampering = { api: '/office', empty: missing }
  const release = await holdAnswers(page, tampering)
  await page.goto('/')
  await page.locator('[data-face=loading]').waitFor({ state: 'attached' })
  await expectSound(seat, 'door loading')
  await release()
  const mend = await failAnswers(seat, tampering)
  await page.goto('/')
  await page.locator('[data-face=error]').waitFor()
  await expectSound(seat, 'door error')
  await mend()

  await page.getByRole('button', { name: '再取一次' }).click()
  await page.getByLabel('账号', { exact: true }).fill('zhou-yanqing')
  await page.getByLabel('密码').fill('wrong')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText('账号或密码不对').waitFor()
  await expectChinese(page, 'sign-in')
  await expectSound(seat, 'sign-in')
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
    await expectSound(seat, path)
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
    await expectSound(seat, path)
  }
})

test.each([
  ['help', 'zhou-yanqing', '/inbox', async ({ page }: Seat) => await page.keyboard.press('?')],
  [
    'publish',
    'fang-yuangui',
    '/designer',
    async ({ page }: Seat) => await page.getByRole('button', { name: '发布' }).click(),
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
  await seat.page.goto(filled(path))
  await seat.page.locator('main [data-face=content]').first().waitFor()
  await open(seat)
  await seat.page.getByRole('dialog').waitFor()
  await expectChinese(seat.page, name)
  await expectSound(seat, name)
})

test('the tabs of a task are sound, and the menus open', async () => {
  const seat = await office.seat('zhou-yanqing')
  const { page } = seat
  await openTask(page, { caseNo: 'LDJ-PT-2026-00251', step: '审核', view: 'assigned' })
  for (const tab of ['案情', '材料', '流转', '流程图', '法律依据']) {
    await page.getByRole('tab', { name: tab }).click()
    await page.getByRole('tab', { name: tab, selected: true }).waitFor()
    if (tab === '流程图') await page.locator('xf-diagram .djs-element.xf-now').first().waitFor()
    await expectChinese(page, tab)
    await expectSound(seat, tab)
  }
  await page.locator('xf-task-bar').getByRole('button', { name: '更多' }).click()
  await page.getByText('退给同岗位的人认领').waitFor()
  await expectAccessible(page, 'more')
  await page.locator('xf-account-menu').getByRole('button').first().click()
  await page.getByRole('button', { name: '退出登录' }).waitFor()
  await expectAccessible(page, 'account')
})

test('the inbox needs at most 100 kB of script before a diagram is opened', async () => {
  const { page } = await office.seat('zhou-yanqing')
  const scripts: Promise<number>[] = []
  page.on('response', answer => {
    if (/\.js$/.test(new URL(answer.url()).pathname)) scripts.push(answer.body().then(body => gzipSync(body).length))
  })
  await page.goto('/inbox')
  await page.locator('xf-task-rows a').first().waitFor()
  const bytes = (await Promise.all(scripts)).reduce((sum, each) => sum + each, 0)
  expect(scripts.length).toBeGreaterThan(5)
  expect(bytes).toBeLessThanOrEqual(100_000)
})
