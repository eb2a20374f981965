import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parseBpmn, readProcessVocabulary } from '../../server/bpmn/index.ts'
import { readBundles } from '../../server/procedures/read-bundles.ts'

/** What can come between a procedure and its end, and of which it says that it can: each has a test of that name. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  'legal-review': ['回避', '撤回', '退回补正', '中止'],
  'whistle-dispatch': ['回避', '撤回', '退回补正', '终止'],
  'jurisdiction-dispute': ['回避', '撤回', '退回补正', '终止'],
  'case-transfer': ['回避', '撤回', '退回补正', '终止'],
  'cert-issue': ['撤回', '退回补正', '终止'],
  'cert-revoke': ['回避', '撤回', '退回补正'],
  'cert-monthly-cleanup': ['退回补正', '终止'],
}

/** Of these every limit is let run out in a test, and whom it goes up to stands there. */
const LET_RUN_OUT = [
  'legal-review',
  'whistle-dispatch',
  'jurisdiction-dispute',
  'case-transfer',
  'evidence-preservation',
  'cert-issue',
  'cert-revoke',
  'cert-monthly-cleanup',
]

const folders = (await readBundles('workflows')).map(({ folder }) => folder)

async function testsOf(id: string): Promise<string> {
  const files = (await readdir(`workflows/${id}`)).filter(name => name.endsWith('.test.ts'))
  return (await Promise.all(files.map(name => readFile(`workflows/${id}/${name}`, 'utf8')))).join('\n')
}

async function wordsOf(id: string) {
  const xml = await readFile(`workflows/${id}/${id}.bpmn`, 'utf8')
  return readProcessVocabulary(await parseBpmn(xml)).processes[0]!
}

describe.each(folders)('%s', id => {
  test('its tests close with the question whether every flow was walked: to every end, from every border', async () => {
    const text = await testsOf(id)
    expect(text).toMatch(
      new RegExp(`(flowsNotWalked|notWalked|flowsIn|flowsOf)\\('${id}'\\)|every flow of the diagram was walked`),
    )
  })

  test('each of its exceptions has a test that says so', async () => {
    const text = await testsOf(id)
    expect((EXCEPTIONS[id] ?? []).filter(what => !text.includes(`矩阵·${what}：`))).toEqual([])
  })

  test('what its page offers to ask is asked in a test', async () => {
    const { requests } = (await wordsOf(id)).properties
    const text = await testsOf(id)
    expect(requests.map(request => request.id).filter(request => !text.includes(`'${request}'`))).toEqual([])
  })
})

test.each(LET_RUN_OUT)('%s: its tests close with the question which limits never ran out', async id => {
  expect(await testsOf(id)).toMatch(
    new RegExp(`expect\\(await limitsNotRunOut\\('${id}'(, [\\w.]+)?\\)\\)\\.toEqual\\(\\[\\]\\)`),
  )
})
