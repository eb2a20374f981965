import { knownBeside } from '../../api-lint.ts'
import type { BundleFile } from '../../api-types.ts'
import { DraftLinter } from './draft-linter.ts'
import type { LintAnswer } from './lint-worker.ts'

/** What the rules say of a draft: how many things; `failed` where it cannot be judged. */
export type Judgement = { errors: number; warnings: number } | 'failed'

/** Judges one draft once, in a worker. */
export async function judgementOf(files: readonly BundleFile[]): Promise<Judgement> {
  const known = await knownBeside()
  let linter: DraftLinter | undefined
  try {
    return countsIn(
      await new Promise<LintAnswer>(resolve => {
        linter = new DraftLinter(known, resolve)
        linter.judge(files)
      }),
    )
  } finally {
    linter?.close()
  }
}

/** What an answer of the worker comes to. */
export function countsIn(answer: LintAnswer): Judgement {
  if ('failure' in answer) return 'failed'
  const count = (wanted: string) => answer.problems.filter(({ severity }) => severity === wanted).length
  return { errors: count('error'), warnings: count('warning') }
}
