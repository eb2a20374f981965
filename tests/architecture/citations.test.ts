import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseBpmn, readProcessVocabulary } from '../../server/bpmn/index.ts'
import { limitParameters } from '../../server/deadlines/parameters/index.ts'
import { ruleOf } from '../../server/deadlines/parameters/limit-parameter.ts'
import { laws } from '../../server/statutes/laws.ts'
import { resolveCitation } from '../../server/statutes/resolve-citation.ts'

const TODAY = '2026-11-21'
const filesIn = (folder: string) =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', folder], { encoding: 'utf8' }).split('\n')
const unresolved = (references: readonly string[]) => references.filter(ref => !resolveCitation(ref, TODAY))

test('every citation of a limit resolves', () => {
  const cited = limitParameters.flatMap(({ basis, extension, exclusions = [] }) => [
    ...[...basis, ...(extension?.basis ?? [])],
    ...exclusions.flatMap(policy => policy.basis),
  ])
  expect(unresolved(cited)).toEqual([])
})

test('every citation of a rule resolves', () => {
  const sources = filesIn('server/policies').filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const cited = sources
    .flatMap(file => [...readFileSync(file, 'utf8').matchAll(/basis(?::| =) \[([^\]]*)\]/g)])
    .flatMap(([, list = '']) => [...list.matchAll(/'([^']+)'/g)].map(([, reference = '']) => reference))
  expect(cited.length).toBeGreaterThan(2)
  expect(unresolved(cited)).toEqual([])
})

describe.each(filesIn('workflows').filter(file => file.endsWith('.bpmn')))('%s', file => {
  const tasks = async () => {
    const { processes } = readProcessVocabulary(await parseBpmn(readFileSync(file, 'utf8')))
    return processes.flatMap(({ userTasks }) => userTasks)
  }

  test('every citation resolves', async () => {
    expect(unresolved((await tasks()).flatMap(({ basis }) => basis))).toEqual([])
  })

  test('every limit is a parameter with a length', async () => {
    const keys = (await tasks()).flatMap(({ limit }) => limit ?? [])
    const unknown = keys.filter(key => {
      const parameter = limitParameters.find(parameter => parameter.key === key)
      return !parameter || !ruleOf(parameter)
    })
    expect(unknown).toEqual([])
  })
})

test('an article stands once in each version of its law', () => {
  const twice = laws.filter(({ articles }) => new Set(articles.map(({ number }) => number)).size < articles.length)
  expect(twice).toEqual([])
})
