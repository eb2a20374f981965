import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { streetCaseNo } from '../../db/seed/street-reviews.ts'
import { respondAndReview } from '../support/small-diagrams.ts'
import { deploy, instanceOf, type Recorded, recordsOf } from './house-answers.ts'
import { useOffice } from './office-in-browser.ts'
import type { Seat } from './seat.ts'
import { attachMaterials, choose, countersign, openTask, rowOf, sign, submit, take, write } from './work-sheet.ts'

const office = useOffice()
const CASE = 'LDJ-PT-2026-00901'
const POINTS = ['主体与权限', '人员资格', '事实与证据', '法律适用', '裁量', '程序', '文书规范', '是否涉罪']

async function startReview(page: Page): Promise<void> {
  await page.goto('/start')
  await page.locator('[data-process=legal-review]').getByRole('link', { name: '发起' }).click()
  await write(page, '案号', CASE)
  await write(page, '案由', '占用人行道加工铝合金门窗案')
  await write(page, '当事人', '长窗门窗加工店')
  await page.getByLabel('审核什么').selectOption({ label: '行政处罚决定' })
  await page.getByLabel('办到哪一步').selectOption({ label: '决定以前' })
  await page.getByRole('button', { name: '发起', exact: true }).click()
  await page.locator('xf-toasts').getByText('已发起').waitFor()
}

async function firstReview(page: Page): Promise<void> {
  await take(page, CASE, '形式审查')
  await submit(page, '材料齐全')
  // Whoever took the material in reviews it.
  await openTask(page, { caseNo: CASE, step: '审核', view: 'assigned' })
  for (const point of POINTS)
    await page.getByRole('radiogroup', { name: point, exact: true }).getByText('通过', { exact: true }).click()
  await choose(page, '审核意见', '同意')
  await write(page, '书面意见', '事实清楚，证据确凿，程序合法。')
  await submit(page)
}

test('a review goes from its start over a disagreement and a second round to its end', async () => {
  const handler = await office.seat('he-lichuan')
  await startReview(handler.page)
  await take(handler.page, CASE, '送审')
  await attachMaterials(handler.page)
  await submit(handler.page)

  const first = await office.seat('zhou-yanqing')
  await firstReview(first.page)

  const second = await office.seat('shen-zhiwei')
  await take(second.page, CASE, '公管办复核')
  await choose(second.page, '复核意见', '改正')
  await write(second.page, '理由', '决定书没有写明违法所得的计算依据。')
  await submit(second.page, '不同意一级意见')
  await take(second.page, CASE, '合议')
  await choose(second.page, '合议意见', '改正')
  await write(second.page, '合议记录', '一致认为应当补写计算依据，改正后再送。')
  await sign(second.page, '合议一致')
  await countersign(first.page, '合议')

  await take(handler.page, CASE, '承办机构处理')
  await choose(handler.page, '怎样对待审核意见', '接受')
  await choose(handler.page, '接下来', '改好再送')
  await write(handler.page, '改了什么', '补写了计算依据，附计算表。')
  await submit(handler.page)

  await firstReview(first.page)
  await take(second.page, CASE, '公管办复核')
  await write(second.page, '理由', '已按意见改正。')
  await submit(second.page, '同意一级意见')

  await thePagesAgree(CASE, { zhou: first, handler })
})

/** The journal, the inboxes and the page of the instance tell the same story. */
async function thePagesAgree(caseNo: string, { zhou, handler }: { zhou: Seat; handler: Seat }): Promise<void> {
  const auditor = await office.seat('gu-xingzhi')
  const { processInstanceKey } = await instanceOf(auditor, caseNo)
  const recorded = await recordsOf(auditor, processInstanceKey)
  const completed = (name: string) =>
    recorded.filter(({ verb, actor }) => verb === 'user-task.complete' && actor.name === name)
  expect([completed('何立川').length, completed('周砚青').length, completed('沈知微').length]).toEqual([2, 5, 2])
  expect(brokenLinks(recorded)).toEqual([])

  await openInstance(auditor.page, caseNo)
  expect(await auditor.page.locator('h1 .tag').allInnerTexts()).toEqual(['已办结'])
  expect(await shownRecords(auditor.page)).toEqual(
    recorded.map(({ seq, hash, prev, actor }) => ({ seq: String(seq), hash, prev, who: actor.name })).reverse(),
  )
  expect(await auditor.page.locator('.chron li').count()).toBe(recorded.length)
  await auditor.page.getByRole('button', { name: /适合窗口|看全图/ }).click()
  await auditor.page.locator('xf-diagram [data-element-id=intake] .djs-hit').first().click({ force: true })
  await auditor.page.locator('.pick').getByText('2 次', { exact: true }).waitFor()

  await zhou.page.goto(`/inbox?view=done&q=${caseNo}`)
  await zhou.page.locator('xf-task-rows a').first().waitFor()
  expect(await zhou.page.locator('xf-task-rows a').count()).toBe(completed('周砚青').length)
  await handler.page.goto(`/inbox?view=started&q=${caseNo}`)
  await handler.page.locator('[data-face=empty]').first().waitFor()
}

async function openInstance(page: Page, caseNo: string): Promise<void> {
  await page.goto(`/instances?q=${caseNo}`)
  await page.getByRole('link', { name: caseNo }).first().click()
  await page.locator('tr[data-seq]').first().waitFor()
}

const shownRecords = (page: Page) =>
  page.locator('tr[data-seq]').evaluateAll(rows =>
    rows.map(row => {
      const [hash, prev] = [...row.querySelectorAll('.hash')].map(cell => cell.getAttribute('title'))
      return { seq: row.getAttribute('data-seq'), hash, prev, who: row.querySelectorAll('td')[3]?.textContent?.trim() }
    }),
  )

/** Neighbours in the journal whose hashes do not hold on to each other. */
function brokenLinks(recorded: readonly Recorded[]): number[] {
  const neighbours = recorded.slice(1).filter((entry, index) => entry.seq === (recorded[index]?.seq ?? 0) + 1)
  expect(neighbours.length).toBeGreaterThan(5)
  return neighbours
    .filter(entry => entry.prev !== recorded.find(({ seq }) => seq === entry.seq - 1)?.hash)
    .map(({ seq }) => seq)
}

test('who handles a case does not review it, and reads the rule, its article and the reason; another case is open', async () => {
  const { page, ask } = await office.seat('qiao-zhixing')
  const own = streetCaseNo('沿街晾晒影响市容案')
  await openTask(page, { caseNo: own, step: '形式审查' })
  const note = page.locator('.note[data-rule="R-SOD"]')
  await note.waitFor()
  expect(await note.textContent()).toMatch(
    /承办人不得审核本案[\s\S]*承办与审核分离[\s\S]*行政处罚法 第58条[\s\S]*未经手本案/,
  )
  expect(await page.locator('xf-task-bar').getByRole('button', { name: '认领' }).getAttribute('aria-disabled')).toBe(
    'true',
  )

  const taskKey = new URL(page.url()).searchParams.get('task')
  const refused = await ask<{ rule: string }>('POST', `/user-tasks/${taskKey}/assignment`, {})
  expect([refused.status, refused.body.rule]).toEqual([403, 'R-SOD'])
  await openInstance(page, own)
  await page.locator('tr[data-kind=refused]', { hasText: '乔知行' }).first().waitFor()

  await take(page, streetCaseNo('未按规定分类投放垃圾案'), '形式审查')
  await submit(page, '材料齐全')
})

test('two acts in one tick, of handler and of reviewer by one person: the second is refused', async () => {
  const admin = await office.seat('fang-yuangui')
  await deploy(admin, { 'respond-and-review.bpmn': respondAndReview })
  const { page, ask } = await office.seat('qiao-zhixing')
  const variables = { caseNo: 'LDJ-PT-2026-00902' }
  expect(
    (await ask('POST', '/process-instances', { processDefinitionId: 'respond-and-review', variables })).status,
  ).toBe(200)
  await page.goto('/inbox?view=claimable&procedure=respond-and-review')
  const keys: Record<string, string> = {}
  for (const step of ['respond', 'review']) {
    await rowOf(page, step).waitFor()
    keys[step] = (await rowOf(page, step).getAttribute('data-task-key')) ?? ''
  }

  const answers = await page.evaluate(
    steps =>
      Promise.all(
        Object.entries(steps).map(async ([step, key]) => {
          const headers = { 'content-type': 'application/json' }
          const body = JSON.stringify({ variables: {} })
          const answer = await fetch(`/api/user-tasks/${key}/completion`, { method: 'POST', headers, body })
          return { step, status: answer.status, rule: answer.ok ? undefined : (await answer.json()).rule }
        }),
      ),
    keys,
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 403])
  const second = answers.find(({ status }) => status === 403)
  expect(second?.rule).toBe('R-SOD')

  await page.goto(`/tasks/${keys[second?.step ?? '']}`)
  await page.locator('.note[data-rule="R-SOD"]', { hasText: '行政处罚法 第58条' }).waitFor()
})

test('the journal of all this is a chain, and its replay gives the tables as they stand', async () => {
  const { code, printed } = await office.server.verify()
  expect(printed).toContain('chain intact')
  expect(code).toBe(0)
})
