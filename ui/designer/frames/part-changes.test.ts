// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDecisions } from '../../../server/dmn/index.ts'
import { judgeForm } from '../forms/judge-form.ts'
import { formsIn, tablesIn, tasksIn } from './bundle-parts.ts'
import { isPartName, newForm, newTable, renamedForm, renamedTable } from './part-changes.ts'

const folder = 'workflows/legal-review'
const files = readdirSync(folder)
  .filter(name => /\.(?:bpmn|form|dmn)$/.test(name))
  .map(name => ({ name, content: readFileSync(`${folder}/${name}`, 'utf8') }))

test('the forms and tables of a draft are listed with the tasks that use them', () => {
  const first = formsIn(files).find(({ name }) => name === 'first-review.form')
  expect(first).toMatchObject({
    ids: ['legal-review.first-review'],
    uses: [{ elementId: 'first-review', name: '审核' }],
  })
  const [table] = tablesIn(files)
  expect(table).toMatchObject({ name: 'is58.dmn', ids: ['is58'], title: '第五十八条情形' })
  expect(table!.uses.length).toBeGreaterThan(0)
  expect(tasksIn(files)).toMatchObject({ processId: 'legal-review' })
})

test('a form that is no JSON is listed and judged, not thrown over', () => {
  const broken = [{ name: 'x.form', content: '{' }]
  expect(formsIn(broken)).toMatchObject([{ name: 'x.form', ids: [], uses: [] }])
  expect(judgeForm('{', 'zh').problems[0]).toContain('不是 JSON')
})

test('a renamed form takes the tasks that use it along', () => {
  const first = formsIn(files).find(({ name }) => name === 'first-review.form')!
  const { files: changed, edits } = renamedForm(first, 'legal-review', 'review-one')
  expect(changed.map(({ name, content }) => [name, content === null])).toEqual([
    ['review-one.form', false],
    ['first-review.form', true],
  ])
  expect(JSON.parse(changed[0]!.content!)).toMatchObject({ id: 'legal-review.review-one' })
  expect(edits).toEqual([{ kind: 'set-form', elementId: 'first-review', formId: 'legal-review.review-one' }])
})

test('a renamed table takes the task that calls it along, and stays readable', async () => {
  const [table] = tablesIn(files)
  const { files: changed, edits } = renamedTable(table!, 'article-58')
  const model = await parseDecisions(changed[0]!.content!)
  expect([...model.decisions.keys()]).toEqual(['article-58'])
  const called = [{ kind: 'set-decision', elementId: 'decide-58', decisionId: 'article-58' }]
  expect(edits).toEqual(called)
})

test('what is new can be used at once', async () => {
  const form = newForm('legal-review', 'extra', 'first-review')
  expect(judgeForm(form.files[0]!.content!, 'zh')).toMatchObject({ problems: [], components: 1 })
  expect(form.edits).toEqual([{ kind: 'set-form', elementId: 'first-review', formId: 'legal-review.extra' }])
  const model = await parseDecisions(newTable('extra').files[0]!.content!)
  expect([...model.decisions.keys()]).toEqual(['extra'])
})

test.each([
  ['first-review', true],
  ['a1', true],
  ['1a', false],
  ['First', false],
  ['', false],
  ['a/b', false],
])('“%s” is a name: %s', (name, isName) => {
  expect(isPartName(name)).toBe(isName)
})

test('shared parts are named, the rest of the form is judged', () => {
  const form = { type: 'default', id: 'f', components: [{ type: 'shared', id: 's', part: 'approve' }] }
  expect(judgeForm(JSON.stringify(form), 'zh')).toMatchObject({ problems: [], sharedParts: ['approve'] })
})
