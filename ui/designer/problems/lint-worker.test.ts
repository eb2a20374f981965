import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { knownWordsData } from '../../../server/procedures/known-words.ts'
import type { LintAnswer, LintQuestion } from './lint-worker.ts'

const AT = Date.parse('2026-11-24T02:00:00Z')
const content = readFileSync('workflows/supervision-copy/supervision-copy.bpmn', 'utf8')

/** The worker as a page sees it: what is said to it, and everything it says. */
async function openWorker() {
  const heard: LintAnswer[] = []
  const waiting: (() => void)[] = []
  const scope = globalThis as unknown as { onmessage?: (event: { data: LintQuestion }) => void; postMessage?: unknown }
  scope.postMessage = (answer: LintAnswer) => {
    heard.push(answer)
    for (const go of waiting.splice(0)) go()
  }
  vi.resetModules()
  await import('./lint-worker.ts')
  return {
    heard,
    say: (data: LintQuestion) => scope.onmessage?.({ data }),
    next: () => new Promise<void>(go => waiting.push(go)),
  }
}

test('a draft that is overtaken is given up; the latest is judged as the server would, with why and how to mend', async () => {
  const worker = await openWorker()
  worker.say({ known: knownWordsData(AT, []) })
  worker.say({ run: 1, files: [{ name: 'p.bpmn', content }] })
  const answered = worker.next()
  worker.say({ run: 2, files: [{ name: 'p.bpmn', content: content.replace('key="kind"', 'key="knd"') }] })
  await answered
  expect(worker.heard.map(({ run }) => run)).toEqual([2])
  expect(worker.heard[0]).toMatchObject({
    problems: expect.arrayContaining([
      expect.objectContaining({ rule: 'known-words', why: expect.stringMatching(/\p{Script=Han}/u) }),
    ]),
  })
})

test('who asks before anything is known is told so', async () => {
  const worker = await openWorker()
  const answered = worker.next()
  worker.say({ run: 1, files: [] })
  await answered
  expect(worker.heard).toEqual([{ run: 1, failure: expect.stringContaining('expected') }])
})
