import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { recordThenHold } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import { marketOrder } from '../statutes/text/market-order.fixture.ts'

let office: Office
let admin: Visitor
beforeAll(async () => {
  office = await openOffice()
  admin = await signIn(office, 'fang-yuangui')
})
afterAll(() => office.close())

interface Impact {
  isRepealed: boolean
  articles: string[]
  steps: { processId: string; elementId: string }[]
  cases: { processInstanceKey: string; now: string[] }[]
  texts: { file: string }[]
  templates: { id: string }[]
  others: { kind: string; id: string }[]
}
const impactOf = (name: string, day: string) =>
  admin.json<Impact>('GET', `/statutes/${encodeURIComponent(name)}/impact?day=${day}`)

/** A procedure whose first step cites article 3. */
const citing = recordThenHold
  .replace('kind" value="internal" />', 'kind" value="internal" /><zeebe:header key="basis" value="集市条例 第3条" />')
  .replace('<zeebe:formDefinition formId="record-then-hold.record" />', '')

test('an amended article: the list made by hand of steps, open cases and whatever else rests on it', async () => {
  await office.deploy(citing)
  const lin = await office.desk('lin-shen')
  const started = async (caseNo: string) => lin.start('record-then-hold', { caseNo })
  const [standing, gone] = [await started('LDJ-PT-2026-00951'), await started('LDJ-PT-2026-00952')]
  const [task] = office.app.house.tasks.openOf(gone)
  const visitor = await signIn(office, 'lin-shen')
  const done = await visitor.request('POST', `/user-tasks/${task!.userTaskKey}/completion`, { variables: {} })
  expect(done.status).toBe(204)
  const days = { inForceTo: null, isPartial: false, name: '集市条例', title: '演示集市管理条例' }
  const first = {
    ...days,
    fileName: '一.md',
    text: marketOrder,
    promulgatedOn: '2024-05-06',
    inForceFrom: '2024-07-01',
  }
  expect((await admin.request('POST', '/statutes', first)).status).toBe(200)
  expect(await impactOf('集市条例', '2026-11-24')).toMatchObject({ articles: [], steps: [], cases: [] })

  const text = marketOrder.replace('蓝线', '红线')
  const next = { ...first, text, fileName: '二.md', promulgatedOn: '2026-11-20', inForceFrom: '2026-12-01' }
  expect((await admin.request('POST', '/statutes', next)).status).toBe(200)
  const impact = await impactOf('集市条例', '2026-12-01')
  expect(impact).toMatchObject({ isRepealed: false, articles: ['3'], texts: [], templates: [], others: [] })
  expect(impact.steps.map(({ processId, elementId }) => `${processId} ${elementId}`)).toEqual([
    'record-then-hold record',
  ])
  expect(impact.cases.map(({ processInstanceKey, now }) => [processInstanceKey, now.length])).toEqual([
    [standing, 1],
    [gone, 0],
  ])
  expect(await impactOf('集市条例', '2026-11-30')).toMatchObject({ articles: [] })
})

test('a law before it holds touches all that cites it: templates, forms and limits too', async () => {
  const { isRepealed, templates, steps, texts, others } = await impactOf('行政处罚法', '2020-01-01')
  expect(isRepealed).toBe(true)
  expect(templates.map(({ id }) => id)).toContain('D40')
  expect(steps.map(({ processId }) => processId)).toContain('legal-review')
  expect(texts.length).toBeGreaterThan(0)
  expect(others).toContainEqual(expect.objectContaining({ kind: 'limit', id: 'case.handle' }))
})
