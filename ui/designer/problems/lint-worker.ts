import {
  citedArticle,
  type KnownData,
  knownFrom,
  lintByRule,
  type Problem,
  type Resource,
  rules,
} from '../../../server/lint/index.ts'

/** A problem with what its rule says of itself. */
export interface TaughtProblem extends Problem {
  why: string
  mend: string
  /** Where its law is read. */
  article?: { law: string; article: string }
}

/** What is asked: first what the house knows, then drafts, each under a number of its own. */
export type LintQuestion = { known: KnownData } | { run: number; files: readonly Resource[] }

/** What is answered; a run that was overtaken by a later one is never answered. */
export type LintAnswer =
  | { run: number; problems: TaughtProblem[]; ruleCount: number }
  | { run: number; failure: string }

/** What of a worker's global scope is used here (the DOM's types do not name it). */
interface WorkerScope {
  onmessage: ((event: MessageEvent<LintQuestion>) => void) | null
  postMessage(answer: LintAnswer): void
}

const scope = globalThis as unknown as WorkerScope
let known: ReturnType<typeof knownFrom> | undefined
let latest = 0

scope.onmessage = ({ data }) => {
  if ('known' in data) known = knownFrom(data.known)
  else {
    latest = data.run
    void answer(data.run, data.files)
  }
}

async function answer(run: number, files: readonly Resource[]): Promise<void> {
  try {
    const problems = await judge(run, files)
    if (problems) scope.postMessage({ run, problems: problems.map(taught), ruleCount: rules.length })
  } catch (error) {
    scope.postMessage({ run, failure: String(error) })
  }
}

/** Between two rules the news of a later draft is heard, and this one given up. */
async function judge(run: number, files: readonly Resource[]): Promise<Problem[] | undefined> {
  if (!known) throw new Error('expected what the house knows before a draft')
  const problems: Problem[] = []
  for await (const some of lintByRule({ resources: files }, known)) {
    await new Promise(go => setTimeout(go))
    if (run !== latest) return undefined
    problems.push(...some)
  }
  return problems
}

function taught(problem: Problem): TaughtProblem {
  const { why, mend } = rules.find(({ id }) => id === problem.rule)?.doc ?? { why: '', mend: '' }
  const article = problem.law === undefined ? undefined : citedArticle(problem.law)
  return { ...problem, why, mend, ...(article && { article }) }
}
