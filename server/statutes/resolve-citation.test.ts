import { expect, test } from 'vitest'
import { resolveCitation } from './resolve-citation.ts'
import type { Law } from './statute.ts'

const TODAY = '2026-11-21'

test.each([
  ['行政处罚法 第58条', 58, 'law-text'],
  ['行政处罚法 第64条第1项', 64, 'law-text'],
  ['行政处罚法 第41条第3款', 41, 'law-text'],
  ['国办发〔2018〕118号【待核】', undefined, 'to-verify'],
])('%s', (reference, number, verification) => {
  const citation = resolveCitation(reference, TODAY)
  expect(citation?.article?.number).toBe(number)
  expect(citation?.verification).toBe(verification)
})

test.each([
  ['an article nobody entered', '行政处罚法 第999条', TODAY],
  ['a law nobody entered', '某某法 第1条', TODAY],
  ['a day before it was in force', '行政处罚法 第58条', '2021-07-14'],
  ['a law without its article', '行政处罚法', TODAY],
  ['nothing', '', TODAY],
])('%s does not resolve', (_, reference, day) => {
  expect(resolveCitation(reference, day)).toBeUndefined()
})

test('the version in force on the day holds, first and last day included', () => {
  const law = (from: string, zh: string, to?: string): Law => ({
    name: '某法',
    title: { zh, en: zh },
    from,
    ...(to && { to }),
    verification: 'found',
    articles: [{ number: 1, summary: { zh, en: zh } }],
  })
  const table = [law('2020-01-01', 'old', '2026-08-14'), law('2026-08-15', 'new')]
  const titleOn = (day: string) => resolveCitation('某法 第1条', day, table)?.law.title.zh
  expect(['2019-12-31', '2020-01-01', '2026-08-14', '2026-08-15'].map(titleOn)).toEqual([
    undefined,
    'old',
    'old',
    'new',
  ])
})
