import { expect, test } from 'vitest'
import { type BuiltFile, overBudget } from './page-budgets.ts'

const chunk = (name: string, bytes: number, imports: string[] = []): BuiltFile => ({
  ...{ type: 'chunk', fileName: `${name}.js`, code: 'x'.repeat(bytes), imports: imports.map(each => `${each}.js`) },
  moduleIds: [`/house/ui/${name}.ts`],
})

const files = [
  chunk('main', 10_000, ['shared']),
  chunk('shared', 5_000),
  chunk('pages/shell/shell', 5_000, ['shared']),
  chunk('pages/inbox/inbox-page', 20_000, ['shared', 'rows']),
  chunk('rows', 4_000, ['pages/inbox/inbox-page']),
  chunk('pages/designer/draft-page', 50_000, ['shared']),
  chunk('designer/source-panel', 3_000, ['shared', 'pages/designer/draft-page']),
]
const weigh = (code: string | Uint8Array) => code.length

test.each([
  [
    'a page counts with the start, the frame and what it shares with them, each once',
    'pages/inbox/inbox-page',
    'with-start',
    44,
  ],
  ['a panel of a draft counts without what its page has brought', 'designer/source-panel', 'beside-draft', 3],
  ['a document of its own counts alone', 'pages/shell/shell', 'alone', 10],
] as const)('%s', (_, name, counts, kB) => {
  const ends = `/ui/${name}.ts`
  expect(overBudget(files, weigh, [{ ends, counts, most: kB }])).toEqual([])
  expect(overBudget(files, weigh, [{ ends, counts, most: kB - 1 }])).toEqual([
    `Expected ${ends} within ${kB - 1} kB (gzip), found ${kB} kB`,
  ])
})

test('a page nobody has named may have what all pages may; a part that is nowhere is told', () => {
  const heavy = chunk('pages/parties/parties-page', 90_000)
  const said = overBudget([...files, heavy], weigh)
  expect(said).toContain('Expected /house/ui/pages/parties/parties-page.ts within 105 kB (gzip), found 110 kB')
  expect(said).toContain('Expected /ui/designer/tech-panel.ts in the build, found it nowhere')
  expect(said.join()).not.toContain('inbox-page')
})
