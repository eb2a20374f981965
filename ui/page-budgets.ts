/** A file the build writes: what it holds, which modules went into it, and which files it needs before it runs. */
export interface BuiltFile {
  type: 'chunk' | 'asset'
  fileName: string
  code?: string
  source?: string | Uint8Array
  moduleIds?: string[]
  imports?: string[]
}

/** How much script a page, or a part that is fetched later, may need. */
interface Budget {
  /** How its module is named, or the file the build writes for a worker. */
  ends: string
  /** Gzip, thousands of bytes. */
  most: number
  /** What counts: a page needs the start and the frame around it too; what lies in the page of a draft has that already. */
  counts: 'with-start' | 'beside-draft' | 'alone'
}

type Weigh = (code: string | Uint8Array) => number

const START = ['/ui/main.ts', '/ui/pages/shell/shell.ts']
const DRAFT = '/ui/pages/designer/draft-page.ts'
/** What any page may need where the list says no other; that the inbox fetches 100 at most, words and all, is seen in the browser. */
const PAGE = 105
const page = (name: string, most: number): Budget => ({ ends: `/ui/pages/${name}`, most, counts: 'with-start' })
const besideDraft = (name: string, most: number): Budget => ({
  ...{ ends: `/ui/designer/${name}`, most, counts: 'beside-draft' },
})

/** Pages that need more than others, and what the page of a draft fetches when it is wanted. */
const BUDGETS: readonly Budget[] = [
  // With the table of lawful verbs and the ways back, which are judged beside the canvas.
  page('designer/draft-page.ts', 775),
  page('designer/compare-page.ts', 225),
  page('designer/compared-page.ts', 225),
  page('designer/versions-page.ts', 225),
  page('cases/new-case-page.ts', 175),
  page('start/start-form-page.ts', 175),
  besideDraft('problems/problems-panel.ts', 10),
  besideDraft('trial/trial-panel.ts', 82),
  besideDraft('forms/forms-panel.ts', 112),
  besideDraft('tables/tables-panel.ts', 70),
  besideDraft('prose/prose-panel.ts', 108),
  besideDraft('compare/changes-panel.ts', 100),
  besideDraft('source-panel.ts', 5),
  besideDraft('tech-panel.ts', 60),
  { ends: '/ui/designer/forms/form-frame.ts', most: 400, counts: 'alone' },
  { ends: '/ui/designer/tables/table-frame.ts', most: 400, counts: 'alone' },
  { ends: '/lint-worker', most: 200, counts: 'alone' },
]

/** What of a build is heavier than it may be, a sentence each; a budget whose module is nowhere is a sentence too. */
export function overBudget(files: readonly BuiltFile[], weigh: Weigh, budgets = withPages(files)): string[] {
  const weights = new Map<string, number>()
  const weightOf = (name: string): number => {
    const file = files.find(({ fileName }) => fileName === name)
    const weight = weights.get(name) ?? weigh(file?.code ?? file?.source ?? '')
    weights.set(name, weight)
    return weight
  }
  return budgets.flatMap(({ ends, most, counts }) => {
    if (!fileOf(files, ends)) return [`Expected ${ends} in the build, found it nowhere`]
    const start = neededBy(files, START)
    const before = counts === 'beside-draft' ? [...start, ...neededBy(files, [DRAFT])] : []
    const needed = new Set([...neededBy(files, [ends]), ...(counts === 'with-start' ? start : [])])
    const weight = [...needed].filter(name => !before.includes(name)).reduce((sum, name) => sum + weightOf(name), 0)
    return weight <= most * 1000 ? [] : [`Expected ${ends} within ${most} kB (gzip), found ${weight / 1000} kB`]
  })
}

/** The list, and every other page with what all pages may have. */
function withPages(files: readonly BuiltFile[]): readonly Budget[] {
  const pages = files.flatMap(({ moduleIds = [] }) => moduleIds.filter(id => /\/ui\/pages\/.*-page\.ts$/.test(id)))
  const others = pages.filter(id => !BUDGETS.some(({ ends }) => id.endsWith(ends)))
  return [...BUDGETS, ...others.map(ends => ({ ends, most: PAGE, counts: 'with-start' as const }))]
}

const fileOf = (files: readonly BuiltFile[], ends: string): BuiltFile | undefined =>
  files.find(({ fileName, moduleIds = [] }) =>
    ends.endsWith('.ts') ? moduleIds.some(id => id.endsWith(ends)) : fileName.includes(ends),
  )

/** Files with these modules, and all they import before they run. */
function neededBy(files: readonly BuiltFile[], modules: readonly string[]): string[] {
  const found = new Set<string>()
  const look = (file: BuiltFile | undefined): void => {
    if (!file || found.has(file.fileName)) return
    found.add(file.fileName)
    for (const next of file.imports ?? []) look(files.find(({ fileName }) => fileName === next))
  }
  for (const module of modules) look(fileOf(files, module))
  return [...found]
}

/** Ends the build when a page has become too heavy. */
export const pageBudgets = (weigh: Weigh) => ({
  name: 'page-budgets',
  apply: 'build' as const,
  writeBundle(_: unknown, bundle: Readonly<Record<string, BuiltFile>>) {
    const over = overBudget(Object.values(bundle), weigh)
    if (over.length > 0) throw new Error(over.join('\n'))
  },
})
