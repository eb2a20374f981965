import type { ProcessDraft } from '../api-types.ts'
import {
  openPublication,
  openReturn,
  openSubmission,
  openWithdrawal,
} from '../dialogs/draft-review/open-draft-review.ts'
import { openDraftSaves } from '../dialogs/draft-saves/open-draft-saves.ts'
import { problemOf } from '../problem.ts'
import { say } from '../toast.ts'
import { t } from '../words/index.ts'
import type { DraftAct } from './draft-header.ts'

/** Does what was asked for in the head of a draft; answers with the draft as it is then, or with nothing when it was left. */
export async function actOnDraft(act: DraftAct, draft: ProcessDraft): Promise<ProcessDraft | undefined> {
  try {
    if (act === 'saves') return await openDraftSaves(draft)
    if (act === 'submit') return await openSubmission(draft)
    if (act === 'withdraw') return await openWithdrawal(draft)
    if (act === 'publish') return await openPublication(draft)
    return act === 'return' ? await openReturn(draft) : undefined
  } catch (error) {
    const { detail, title } = problemOf(error)
    say({ text: detail ?? title ?? t('error.unknown') })
    return undefined
  }
}
