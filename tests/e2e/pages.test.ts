import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { powers } from '../support/transfer-people.ts'
import { showCooperation } from './between-offices.ts'
import { type Tampering, tamper } from './faces.ts'
import { useOffice } from './office-in-browser.ts'
import { expectAccessible, expectChinese, expectSound } from './page-checks.ts'
import { filledWith, showEverything } from './things-to-show.ts'

const office = useOffice({}, powers)
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

const keys = showEverything(office)
beforeAll(() => showCooperation(office, '17010116001'))

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
  { as: 'gu-xingzhi', path: '/guarded-acts', api: '/guarded-acts', empty: list() },
  { as: 'he-lichuan', path: '/absences', api: '/absences', empty: list() },
  { as: 'he-lichuan', path: '/cases', api: '/cases', empty: list() },
  { as: 'he-lichuan', path: '/cases/new', api: '/case-forms/register', empty: missing },
  { as: 'he-lichuan', path: '/cases/:caseNo', api: '/cases/:caseNo', empty: missing },
  { as: 'he-lichuan', path: '/parties', api: '/parties', empty: list() },
  { as: 'he-lichuan', path: '/parties/:party', api: '/parties/:party', empty: missing },
  { as: 'he-lichuan', path: '/whistles', api: '/whistles', empty: list() },
  { as: 'he-lichuan', path: '/transfers', api: '/transfers', empty: list() },
  { as: 'he-lichuan', path: '/preserved-goods', api: '/preserved-goods', empty: list() },
  { as: 'he-lichuan', path: '/reviews', api: '/reviews', empty: list() },
  { as: 'fang-yuangui', path: '/incidents', api: '/incidents', empty: list() },
  { as: 'gu-xingzhi', path: '/supervised', api: '/user-tasks', empty: list({ counts: {} }) },
  { as: 'fang-yuangui', path: '/designer', api: '/process-definitions', empty: list() },
  { as: 'fang-yuangui', path: '/designer/:definition', api: '/process-definitions/:definition', empty: missing },
  { as: 'fang-yuangui', path: '/designer/drafts/:draft', api: '/process-drafts/:draft', empty: missing },
  { as: 'fang-yuangui', path: '/designer/drafts/:draft/compare', api: '/process-drafts/:draft', empty: missing },
  {
    as: 'fang-yuangui',
    path: '/designer/:definition/migration',
    api: '/process-definitions/:definition',
    empty: missing,
  },
  {
    as: 'fang-yuangui',
    path: '/designer/:definition/versions/1..1',
    api: '/process-definitions/:definition/files',
    empty: missing,
  },
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
  { as: 'jian-shuyan', path: '/certificate-matters', api: '/certificate-matters', empty: list() },
  { as: 'fang-yuangui', path: '/catalogue', api: '/catalogue/enforcement-items', empty: list({ fields: [] }) },
  { as: 'fang-yuangui', path: '/catalogue/duty-lists/LDJ-1', api: '/catalogue/duty-lists/LDJ-1', empty: missing },
  { as: 'fang-yuangui', path: '/office-parameters', api: '/office-parameters', empty: list() },
  { as: 'zhou-yanqing', path: '/notifications', api: '/notifications', empty: list() },
  { as: 'fang-yuangui', path: '/intake', api: '/intake-clients', empty: list() },
  { as: 'fang-yuangui', path: '/outbox?view=hooks', api: '/webhooks', empty: list({ kinds: [] }) },
  { as: 'fang-yuangui', path: '/outbox?view=words', api: '/notification-templates', empty: missing },
  { as: 'fang-yuangui', path: '/search?q=外立面', api: '/process-instances', empty: list() },
]

const filled = (path: string) => filledWith(keys, path)

test.each(pages)('$path: loading, empty, error and content are sound', async ({ as, ...asked }) => {
  const seat = await office.sameSeat(as)
  const { page } = seat
  const tampering = { ...asked, api: filled(asked.api) }
  const open = () => page.goto(filled(asked.path))
  const content = page.locator('main [data-face=content]').first()

  const inMain = { part: 'main' } as const

  const answers = await tamper(seat, tampering)
  await open()
  await page.locator('main [data-face=loading]').first().waitFor({ state: 'attached' })
  await expectSound(page, `${asked.path} loading`, inMain)

  await answers.fail()
  await page.locator('main [data-face=error]').first().waitFor()
  await expectChinese(page, `${asked.path} error`)
  await expectSound(page, `${asked.path} error`, inMain)

  await answers.empty()
  for (const again of await page.getByRole('button', { name: '再取一次' }).all()) await again.click()
  await page.locator('main [data-face=empty], main [data-face=missing]').first().waitFor()
  await expectChinese(page, `${asked.path} empty`)
  await expectSound(page, `${asked.path} empty`, inMain)
  await answers.restore()

  await open()
  await content.waitFor()
  await expectChinese(page, `${asked.path} content`)
  await expectSound(page, `${asked.path} content`)
  await page.getByRole('button', { name: '切换到英文' }).last().click()
  await page.locator('html[lang=en]').waitFor()
  await content.waitFor()
  await expectAccessible(page, `${asked.path} in English`, { schemes: ['light'] })
  await page.evaluate(() => localStorage.clear())
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
