import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useOffice } from './office-in-browser.ts'
import { expectChinese, expectSound } from './page-checks.ts'
import type { Seat } from './seat.ts'
import { attachMaterials, write } from './work-sheet.ts'

const office = useOffice()
const STEP = 'approve-extension'

interface Definition {
  processDefinitionId: string
  processDefinitionKey: string
  version: number
}
interface Running {
  processInstanceKey: string
  processDefinitionVersion: number
}

async function reviewInForce({ ask }: Seat): Promise<Definition> {
  const { body } = await ask<{ items: Definition[] }>('GET', '/process-definitions')
  return body.items.find(({ processDefinitionId }) => processDefinitionId === 'legal-review')!
}

async function running({ ask }: Seat): Promise<Running[]> {
  const { body } = await ask<{ items: Running[] }>(
    'GET',
    '/process-instances?state=ACTIVE&processDefinitionId=legal-review&limit=50',
  )
  return body.items
}

const versions = async (seat: Seat) => [
  ...new Set((await running(seat)).map(({ processDefinitionVersion }) => processDefinitionVersion)),
]

const sentence = (page: Page, elementId: string): Locator =>
  page.locator(`xf-draft-prose li[data-element=${elementId}] button`)
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click()
const saved = (page: Page) => page.locator('xf-draft-header [data-state=saved]').waitFor()

/** Begins a draft of the procedure in force and gives a step to another role, with another limit. */
async function changeProcedure(page: Page): Promise<void> {
  await page.goto('/designer')
  await page.locator('tr[data-process=legal-review]').getByRole('button', { name: '新建草稿' }).click()
  await page.waitForURL('**/designer/drafts/*')
  await sentence(page, STEP).click()
  expect(await sentence(page, STEP).textContent()).toContain('分管副主任办理“批准延期”，限 1 个工作日')

  const properties = page.locator('xf-draft-properties section')
  await properties.getByLabel('角色').first().selectOption({ label: '街道办主任' })
  await properties.locator('[data-limit-number]').fill('2')
  await properties.locator('[data-limit-number]').press('Tab')
  await properties.getByLabel('改的理由').fill('批准延期的多，一个工作日办不完')
  await properties.getByLabel('改的理由').press('Tab')
}

/** What the program says of it: the problems, the text, the difference. */
async function hearOfChange(page: Page): Promise<void> {
  await sentence(page, STEP).getByText('街道办主任办理“批准延期”，限 2 个工作日').waitFor()
  await page.locator('xf-draft-problems').getByText('分管副主任').first().waitFor()
  await tab(page, /^与第 1 版比较/)
  const changes = page.locator('xf-draft-changes')
  await changes.getByText('“批准延期”的办理人由分管副主任改为街道办主任').waitFor()
  await changes.getByText('期限“批准延期”的时长由 1 个工作日改为 2 个工作日').waitFor()
  await saved(page)
}

/** Plays the draft to an end: what is lacking is not brought in time. */
async function tryOut(page: Page): Promise<void> {
  await tab(page, /^预演/)
  const trial = page.locator('xf-draft-trial')
  await trial.getByRole('button', { name: '开始预演' }).click()
  await play(trial.locator('form.who'), 'he-lichuan')
  await write(page, '案号', 'LDJ-PT-2026-00901')
  await write(page, '案由', '占用人行道加工铝合金门窗案')
  await write(page, '当事人', '长窗门窗加工店')
  await page.getByLabel('审核什么').selectOption({ label: '行政处罚决定' })
  await page.getByLabel('办到哪一步').selectOption({ label: '决定以前' })
  const acts = trial.locator('xf-trial-sheet .acts')
  await acts.getByRole('button', { name: '发起流程' }).click()
  await play(trial.locator('li[data-element=submit]'), 'he-lichuan')
  await attachMaterials(page)
  await acts.getByRole('button').first().click()
  await play(trial.locator('li[data-element=intake]'), 'zhou-yanqing')
  await page.getByLabel('证据', { exact: true }).check()
  await write(page, '补正要求', '补交现场照片')
  await acts.getByRole('button', { name: '退回补齐' }).click()
  await trial.locator('li[data-element=return-supplement]').waitFor()
  await trial.locator('.pass input').fill('5')
  await trial.getByRole('button', { name: '个工作日后' }).click()
  await trial.getByText('流程已经走完').waitFor()
}

async function play(place: Locator, person: string): Promise<void> {
  await place.locator('select').selectOption(person)
  await place.getByRole('button', { name: /办理|发起/ }).click()
}

test('an administrator changes a limit and a role and tries it; another brings it into force; what runs goes on, and goes over when it is told to', async () => {
  const author = await office.seat('fang-yuangui')
  const { page } = author
  await changeProcedure(page)
  await hearOfChange(page)
  await expectChinese(page, 'a changed draft')
  await expectSound(page, 'a changed draft')
  await tryOut(page)
  await expectSound(page, 'a trial')

  const [, draftId] = /drafts\/(\w+)/.exec(page.url())!
  await page.locator('xf-draft-header').getByRole('button', { name: '送审' }).click()
  await page.locator('dialog').getByRole('button', { name: '送审' }).click()
  await page.locator('xf-draft-header').getByRole('button', { name: '撤回' }).waitFor()
  const own = await author.ask<{ rule: string }>('POST', `/process-drafts/${draftId}/publication`, {})
  expect([own.status, own.body.rule]).toEqual([403, 'R-PUBLISH'])
  expect(await versions(author)).toEqual([1])

  const other = await office.seat('su-wenbo')
  await other.page.goto(`/designer/drafts/${draftId}`)
  await other.page.locator('xf-draft-header').getByRole('button', { name: '发布' }).click()
  await other.page.locator('dialog').getByRole('button', { name: '发布' }).click()
  await other.page.locator('xf-toasts').getByText('第 2 版').waitFor()
  expect((await reviewInForce(author)).version).toBe(2)

  await startAnother(await office.seat('he-lichuan'))
  expect((await versions(author)).sort()).toEqual([1, 2])
  await migrate(author, other)
  expect(await versions(author)).toEqual([2])
})

async function startAnother({ page }: Seat): Promise<void> {
  await page.goto('/start')
  await page.locator('[data-process=legal-review]').getByRole('link', { name: '发起' }).click()
  await write(page, '案号', 'LDJ-PT-2026-00902')
  await write(page, '案由', '占用人行道加工铝合金门窗案')
  await write(page, '当事人', '长窗门窗加工店')
  await page.getByLabel('审核什么').selectOption({ label: '行政处罚决定' })
  await page.getByLabel('办到哪一步').selectOption({ label: '决定以前' })
  await page.getByRole('button', { name: '发起', exact: true }).click()
  await page.locator('xf-toasts').getByText('已发起').waitFor()
}

/** One plans it, the other approves and carries it out. */
async function migrate(author: Seat, other: Seat): Promise<void> {
  const { processDefinitionKey } = await reviewInForce(author)
  const { page } = author
  await page.goto(`/designer/${processDefinitionKey}/migration`)
  await page.getByLabel('迁移理由').fill('按新的期限办')
  await expectSound(page, 'a plan of migration')
  await page.getByRole('button', { name: /^提出迁移/ }).click()
  await page.getByText('自己提出的，须由另一名管理员批准').waitFor()
  await other.page.goto(`/designer/${processDefinitionKey}/migration`)
  await other.page.getByRole('button', { name: '批准', exact: true }).click()
  await other.page.getByRole('button', { name: '开始迁移' }).click()
  await other.page.locator('xf-migration-run').getByText('已执行').waitFor()
}
