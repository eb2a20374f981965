import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../db/verify.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { recordThenHold } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import { readings } from '../app.ts'
import { writeDocx } from '../documents/docx/write-docx.ts'
import { marketAmendment, marketOrder } from '../statutes/text/market-order.fixture.ts'
import { citationJson } from './citations.ts'
import type { LawJson, StatuteHitJson, StatuteJson } from './schemas/statute.ts'

let office: Office
let admin: Visitor
let lin: Visitor
beforeAll(async () => {
  office = await openOffice()
  admin = await signIn(office, 'fang-yuangui')
  lin = await signIn(office, 'lin-shen')
})
afterAll(() => office.close())

/** An invented text under the name of a law that reviews cite: its article 58 is the fourth of the fixture. */
const order = {
  ...{ fileName: '集市条例.md', text: marketOrder, name: '集市条例', title: '演示集市管理条例' },
  ...{ promulgatedOn: '2024-05-06', inForceFrom: '2024-07-01', inForceTo: null, isPartial: false },
}
const amendment = {
  ...order,
  ...{ fileName: '修改决定.txt', text: marketAmendment, isPartial: true },
  ...{ promulgatedOn: '2026-08-03', inForceFrom: '2026-09-01' },
}
/** The same text as a word processor keeps it, in Base64; headings have their own look there, and no marks. */
const docxOf = (text: string) => {
  const lines = text.split('\n').map(line => ({ kind: 'text' as const, text: line.replace(/^#+ |^<!--.*/, '') }))
  return writeDocx('条例', lines).toString('base64')
}
const lawOn = (day: string, name = order.name) =>
  lin.json<StatuteJson>('GET', `/statutes/${encodeURIComponent(name)}?day=${day}`)
const articleOn = async (day: string, article: string) =>
  (await lawOn(day)).articles.find(each => each.article === article)
const lastSeq = () => office.app.house.journal.lastSeq()

describe('before it is brought in', () => {
  test('a file says its name, its days and how many articles it has', async () => {
    const reading = await admin.json('POST', '/statute-readings', { text: marketOrder })
    expect(reading).toMatchObject({
      ...{ title: '演示集市管理条例', promulgatedOn: '2024-05-06', inForceFrom: '2024-07-01' },
      ...{ articles: 5, faults: [], knownAs: null },
    })
  })

  test('a law that is cited gets the name it is cited by, and its own day', async () => {
    const text = '中华人民共和国民事诉讼法\n2023年9月1日 演示修正\n第一条 演示。\n第二条 本法自公布之日起施行。'
    expect(await admin.json('POST', '/statute-readings', { text })).toMatchObject({
      ...{ name: '民事诉讼法', promulgatedOn: '2023-09-01', inForceFrom: '2024-01-01' },
    })
  })

  test('what is wrong is told by line, and nothing of it is brought in', async () => {
    const text = marketOrder.replace('第三条 ', '第五条 ').replace('第四条 本', '第六条\n本')
    const before = lastSeq()
    const problem = await admin.problem(422, 'POST', '/statutes', { ...order, text, inForceFrom: '2024-02-30' })
    expect(problem.errors).toMatchObject([
      { path: '/inForceFrom', id: 'register.not-a-day' },
      { path: '/text/29', message: '第 29 行：应为“第三条”，实为“第五条”' },
      { path: '/text/31', message: expect.stringContaining('第三条之一') },
      { path: '/text/35', message: '第 35 行：应为“第四条”，实为“第六条”' },
      { path: '/text/35', message: '第 35 行：“第六条”之后应有条文内容' },
    ])
    expect(lastSeq()).toBe(before)
  })

  test('a DOCX document is read as its text is, and told its faults by the same lines', async () => {
    expect(await admin.json('POST', '/statute-readings', { docx: docxOf(marketOrder) })).toMatchObject({
      ...{ title: '演示集市管理条例', promulgatedOn: '2024-05-06', articles: 5, faults: [] },
    })
    const wrong = marketOrder.replace('第三条 ', '第五条 ').replace('第四条 本', '第六条\n本')
    const told = async (file: object) =>
      (await admin.json<{ faults: object[] }>('POST', '/statute-readings', file)).faults
    expect(await told({ docx: docxOf(wrong) })).toEqual(await told({ text: wrong }))
    const { text: _, ...about } = order
    const { errors } = await admin.problem(422, 'POST', '/statutes', { ...about, docx: docxOf(wrong) })
    expect(errors?.[0]).toMatchObject({ path: '/text/29', message: '第 29 行：应为“第三条”，实为“第五条”' })
  })

  test('a document that is none is refused, and so is nothing at all', async () => {
    const docx = Buffer.from('第一条 为了').toString('base64')
    expect(await admin.problem(422, 'POST', '/statute-readings', { docx })).toMatchObject({
      errors: [{ path: '/docx', id: 'statute.not-docx' }],
    })
    await admin.problem(400, 'POST', '/statute-readings', {})
    await admin.problem(400, 'POST', '/statute-readings', { docx, text: marketOrder })
  })

  test('an amendment of nothing amends nothing', async () => {
    const problem = await admin.problem(422, 'POST', '/statutes', amendment)
    expect(problem.errors).toMatchObject([{ path: '/isPartial', id: 'statute.nothing-before' }])
  })

  test('only an administrator brings texts in', async () => {
    expect(await lin.problem(403, 'POST', '/statutes', order)).toMatchObject({ id: 'permission.missing' })
  })
})

describe('once it is brought in', () => {
  beforeAll(async () => {
    expect(await admin.json('POST', '/statutes', order)).toMatchObject({ isNew: true, articles: 5 })
    expect(await admin.json('POST', '/statutes', amendment)).toMatchObject({ isNew: true, articles: 6 })
  })

  test('a law comes in as a DOCX document, once', async () => {
    const { text: _, ...about } = order
    const written = { ...about, fileName: '集市办法.docx', name: '集市办法', docx: docxOf(marketOrder) }
    const { textId } = await admin.json<{ textId: string }>('POST', '/statutes', written)
    expect(await admin.json('POST', '/statutes', written)).toMatchObject({ textId, isNew: false, articles: 5 })
    const law = await lawOn('2026-08-31', '集市办法')
    expect(law.articles.map(({ article, paragraphs }) => [article, paragraphs])).toEqual(
      (await lawOn('2026-08-31')).articles.map(({ article, paragraphs }) => [article, paragraphs]),
    )
    await admin.request('POST', `/statute-texts/${textId}/removal`, { reason: '试过了' })
  })

  test('the same file again changes nothing, however its lines end', async () => {
    const before = lastSeq()
    const again = { ...order, text: `\uFEFF${marketOrder.replaceAll('\n', '\r\n')}` }
    expect(await admin.json('POST', '/statutes', again)).toMatchObject({ isNew: false, articles: 5 })
    expect(lastSeq()).toBe(before)
    expect(await admin.problem(409, 'POST', '/statutes', { ...order, inForceFrom: '2025-01-01' })).toMatchObject({
      id: 'statute.known',
    })
    const other = { ...order, text: marketOrder.replace('蓝线', '绿线') }
    expect(await admin.problem(409, 'POST', '/statutes', other)).toMatchObject({ id: 'statute.same-day' })
  })

  test('each day has the version that held then, with the articles an amendment replaced', async () => {
    expect(await articleOn('2026-08-31', '3')).toMatchObject({
      paragraphs: [{ text: '摊位以蓝线为界。' }],
      isChanged: false,
    })
    expect(await articleOn('2026-09-01', '3')).toMatchObject({
      ...{ paragraphs: [{ text: '摊位以黄线为界，线外不得占道经营。' }], isChanged: true },
      headings: ['第一编 总则', '第二章 摊位'],
    })
    expect((await lawOn('2026-09-01')).articles.map(({ article, isChanged }) => [article, isChanged])).toEqual([
      ...[
        ['1', false],
        ['2', false],
        ['3', true],
      ],
      ...[
        ['3-1', false],
        ['3-2', true],
        ['4', false],
      ],
    ])
    expect(await lawOn('2026-08-31')).toMatchObject({ inForceTo: '2026-08-31', isInForce: true })
    expect(await lawOn('2024-06-30')).toMatchObject({ isInForce: false, hasText: false })
  })

  test('a citation shows the text as of the day, and where it is cut short, what is cited', () => {
    const { house } = office.app
    expect(citationJson(house, '集市条例 第2条第1款第2项', '2026-08-31', 'zh')).toMatchObject({
      ...{ title: '演示集市管理条例', paragraph: 1, item: 2, inForceFrom: '2024-07-01', inForceTo: '2026-08-31' },
      paragraphs: [{ items: [{ text: '（一）早市；' }, { items: ['1. 餐饮夜市；', '2. 百货夜市。'] }] }, {}],
    })
    expect(citationJson(house, '行政处罚法 第58条', '2026-11-24', 'zh')).toMatchObject({
      ...{ summary: expect.stringContaining('法制审核'), inForceFrom: '2021-07-15', verification: 'law-text' },
    })
    expect(citationJson(house, '行政处罚法 第58条', '2020-01-01', 'zh')).toMatchObject({ isNotInForce: true })
    expect(citationJson(house, '国办发〔2018〕118号【待核】', '2026-11-24', 'zh')).toMatchObject({
      verification: 'to-verify',
    })
  })

  test('words of two characters are found in texts and in summaries', async () => {
    const find = async (q: string) =>
      (await lin.json<{ hits: StatuteHitJson[] }>('GET', `/statutes?q=${encodeURIComponent(q)}`)).hits
    expect(await find('占道')).toMatchObject([{ name: '集市条例', label: '第三条', isOfficial: true }])
    expect(await find('夜市 餐饮')).toMatchObject([{ article: '2', excerpt: expect.stringContaining('夜市') }])
    expect(await find('法制审核')).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: '行政处罚法', article: '58', isOfficial: false })]),
    )
    expect(await find('没有这样的词')).toEqual([])
  })

  test('days are corrected with a reason, a wrong text is taken away, and the history keeps both', async () => {
    const imported = await admin.json<{ textId: string }>('POST', '/statutes', {
      ...{ ...order, name: '误导入', text: marketOrder.replace('早市', '晨市'), fileName: '误.md' },
    })
    const path = `/statute-texts/${imported.textId}`
    const days = { promulgatedOn: '2024-05-06', inForceFrom: '2024-08-01', inForceTo: '2025-12-31', reason: '公告更正' }
    expect((await admin.request('PATCH', path, days)).status).toBe(204)
    expect(await lawOn('2026-01-01', '误导入')).toMatchObject({ isInForce: false })
    expect((await admin.request('POST', `${path}/removal`, { reason: '不是本区适用的文本' })).status).toBe(204)
    const history = `/statutes/${encodeURIComponent('误导入')}/history`
    expect(await admin.json('GET', history)).toMatchObject({
      items: [
        { sentence: '移除误导入的文本', reason: '不是本区适用的文本' },
        {
          ...{ sentence: '更正文本日期', reason: '公告更正' },
          fields: [
            { label: '施行日', before: '2024-07-01', after: '2024-08-01' },
            { label: '失效日', before: null, after: '2025-12-31' },
          ],
        },
        { sentence: '导入法律文本' },
      ],
    })
    await lin.problem(403, 'GET', history)
  })

  test('everything is rebuilt from the journal alone', () => {
    const report = verify(office.app.house.db.reader, { readings })
    expect(report).toMatchObject({ differences: [], unexplained: [] })
    expect(report.equal).toEqual(expect.arrayContaining(['statute_text', 'statute_article', 'statute_entry']))
  })
})

test('a task shows the law of today, a closed one that of the day it was done', async () => {
  const cites = recordThenHold
    .replace(
      'kind" value="internal" />',
      'kind" value="internal" /><zeebe:header key="basis" value="集市条例 第3条" />',
    )
    .replace('<zeebe:formDefinition formId="record-then-hold.record" />', '')
  const bundle = new FormData()
  bundle.append('resources', new File([cites], 'record-then-hold.bpmn'))
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  const variables = { caseNo: 'LDJ-PT-2026-00951' }
  const start = { processDefinitionId: 'record-then-hold', variables }
  const { processInstanceKey } = await lin.json<{ processInstanceKey: string }>('POST', '/process-instances', start)
  const { openTasks } = await lin.json<{ openTasks: { userTaskKey: string }[] }>(
    'GET',
    `/process-instances/${processInstanceKey}`,
  )
  const path = `/user-tasks/${openTasks[0]?.userTaskKey}`
  const basis = async () => (await (await signIn(office, 'lin-shen')).json<{ basis: object[] }>('GET', path)).basis
  const yellow = { paragraphs: [{ text: '摊位以黄线为界，线外不得占道经营。' }] }
  expect(await basis()).toMatchObject([{ day: '2026-11-24', inForceFrom: '2026-09-01', ...yellow }])
  expect((await lin.request('POST', `${path}/completion`, { variables: {} })).status).toBe(204)
  const text = marketOrder.replace('蓝线', '红线')
  const next = { ...order, text, promulgatedOn: '2026-11-20', inForceFrom: '2026-12-01', fileName: '红线.md' }
  expect((await admin.request('POST', '/statutes', next)).status).toBe(200)
  await office.until(Date.parse('2026-12-02T02:00:00Z'))
  expect(await basis()).toMatchObject([{ day: '2026-11-24', inForceTo: '2026-11-30', ...yellow }])
  const { house } = office.app
  expect(citationJson(house, '集市条例 第3条', '2026-12-02', 'zh')).toMatchObject({
    paragraphs: [{ text: '摊位以红线为界。' }],
  })
})

test('a law tells who cites it, article by article, and which texts are missing', async () => {
  lin = await signIn(office, 'lin-shen')
  const penaltyLaw = await lawOn('2026-11-24', '行政处罚法')
  const citing = (number: string) => penaltyLaw.articles.find(({ article }) => article === number)?.citedBy
  expect(citing('60')).toContainEqual({ kind: 'limit', id: 'case.handle', name: '办案期限' })
  expect(citing('58')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'rule', id: 'R-QUAL58' }),
      expect.objectContaining({ kind: 'procedure', name: expect.stringContaining('公管办复核') }),
    ]),
  )
  const { items } = await lin.json<{ items: LawJson[] }>('GET', '/statutes')
  expect(items[0]).toMatchObject({ name: '行政处罚法', articles: 0, isInForce: true })
  expect(items[0]?.citedBy).toBeGreaterThan(10)
  await lin.problem(404, 'GET', `/statutes/${encodeURIComponent('没有的法')}`)
})

test('a law that holds no more is told with what still cites it', async () => {
  const value = {
    ...{
      name: '餐饮油烟',
      domain: '生态环境',
      actType: 'penalty',
      level: 'district',
      department: null,
      guideUrl: null,
    },
    ...{ basis: [{ ref: '大气污染防治法 第118条', from: null, to: null }], streets: [], tags: [] },
    ...{ state: 'in-force', validFrom: '2024-01-01', validTo: null },
  }
  await office.app.enter([{ register: 'enforcement-items', op: 'put', id: 'CG-902', value }])
  const { items } = await lin.json<{ items: LawJson[] }>('GET', '/statutes')
  expect(items.find(({ name }) => name === '大气污染防治法')).toMatchObject({
    ...{ inForceTo: '2026-08-14', isInForce: false, citedBy: 1 },
  })
  const law = await lawOn('2026-08-01', '大气污染防治法')
  expect(law.articles.find(({ article }) => article === '118')?.citedBy).toEqual([
    { kind: 'item', id: 'CG-902', name: '餐饮油烟' },
  ])
})
