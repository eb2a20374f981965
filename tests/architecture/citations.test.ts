import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { limitParameters } from '../../server/deadlines/parameters/index.ts'
import { ruleBasis } from '../../server/policies/rule-basis.ts'
import { officeParameters } from '../../server/procedures/office-parameters.ts'
import { laws } from '../../server/statutes/laws.ts'
import { citationFault, resolveCitation } from '../../server/statutes/resolve-citation.ts'
import { readChineseNumber } from '../../server/statutes/text/chinese-number.ts'

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

test('every citation of a parameter of the office resolves', () => {
  expect(unresolved(officeParameters.flatMap(({ basis }) => basis))).toEqual([])
})

test('every citation of a rule resolves, and the rules tell all of them', () => {
  const sources = filesIn('server/policies').filter(
    file => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file) && !file.endsWith('rule-basis.ts'),
  )
  const cited = sources
    .flatMap(file => [...readFileSync(file, 'utf8').matchAll(/basis(?:: | = )\[([^\]]*)\]/g)])
    .flatMap(([, list = '']) => [...list.matchAll(/'([^']+)'/g)].map(([, reference = '']) => reference))
  expect(cited.length).toBeGreaterThan(2)
  expect(unresolved(cited)).toEqual([])
  expect([...new Set(Object.values(ruleBasis).flat())].sort()).toEqual([...new Set(cited)].sort())
})

/** `行政处罚法 第58条`, as texts and data write it. */
const WRITTEN = /[\p{Script=Han}〔〕0-9]{2,24} 第\d+条(?:之\d+)?(?:第\d+款)?(?:第\d+项)?(?:【待核】)?/gu
/** `行政处罚法第五十八条`, as prose writes it. */
const SPOKEN = new RegExp(
  `(${[...new Set(laws.map(({ name }) => name))].join('|')})》?第([零〇一二三四五六七八九十百]+)条`,
  'gu',
)

/** Citations in what people read: forms, their help, decision tables, the demonstration's master data. */
const isRead = (file: string) =>
  /\.(form|bpmn|dmn)$/.test(file) ||
  (/^(db\/seed|server|ui)\/.*\.ts$/.test(file) && !/\.(test|fixture|testing|examples)\.ts$/.test(file))

test('every citation in forms, help, tables and data resolves on some day, and tells when it is not in force', () => {
  const files = ['workflows', 'db/seed', 'server', 'ui'].flatMap(filesIn).filter(isRead)
  const faults = files.flatMap(file => {
    const text = readFileSync(file, 'utf8')
    // A comment may stand before a citation without a blank.
    const written = [...text.matchAll(WRITTEN)].map(([reference]) => reference.replace(/^.*(?:据|依|见|按)/u, ''))
    const spoken = [...text.matchAll(SPOKEN)].map(([, name, number = '']) => `${name} 第${readChineseNumber(number)}条`)
    return [...written, ...spoken].flatMap(reference => {
      const fault = citationFault(reference, TODAY)
      return fault === 'unknown' || (fault && !file.startsWith('db/seed')) ? [{ file, reference, fault }] : []
    })
  })
  expect(faults).toEqual([])
})

test('what was in force until the environmental code says so, and does not resolve after it', () => {
  const reference = '大气污染防治法 第118条'
  expect(resolveCitation(reference, '2026-08-14')?.article?.number).toBe(118)
  expect(citationFault(reference, '2026-08-15')).toBe('not-in-force')
  expect(citationFault('大气污染防治法 第999条', '2026-08-15')).toBe('unknown')
})

test('an article stands once in each version of its law', () => {
  const twice = laws.filter(({ articles }) => new Set(articles.map(({ number }) => number)).size < articles.length)
  expect(twice).toEqual([])
})
