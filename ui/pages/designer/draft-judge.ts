import { knownBeside } from '../../api-lint.ts'
import { processDrafts } from '../../api-process-drafts.ts'
import type { DraftSummary } from '../../api-types.ts'
import { DraftLinter } from '../../designer/problems/draft-linter.ts'
import { countsIn, type Judgement } from '../../designer/problems/lint-counts.ts'
import type { LintAnswer } from '../../designer/problems/lint-worker.ts'
import { nameOfSave } from './draft-list.ts'

/** Judges drafts one after the other in a worker, so that the server's thread is left to cases. */
export async function judgeDrafts(
  drafts: readonly DraftSummary[],
  tell: (save: string, judgement: Judgement) => void,
): Promise<void> {
  let hear: (answer: LintAnswer) => void = () => undefined
  const linter = new DraftLinter(await knownBeside(), answer => hear(answer))
  try {
    for (const draft of drafts) {
      const { files } = await processDrafts.get(draft.id)
      const answered = new Promise<LintAnswer>(resolve => {
        hear = resolve
      })
      linter.judge(files)
      tell(nameOfSave(draft), countsIn(await answered))
    }
  } finally {
    linter.close()
  }
}
