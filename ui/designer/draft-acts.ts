import { processDrafts } from '../api-process-drafts.ts'
import type { ProcessDraft } from '../api-types.ts'
import { openDraftSaves } from '../dialogs/draft-saves/open-draft-saves.ts'
import { problemOf } from '../problem.ts'
import { say } from '../toast.ts'
import { t } from '../words/index.ts'
import type { DraftAct } from './draft-header.ts'

/** Does what was asked for in the head of a draft; answers with the draft as it is then, or with nothing when it was left. */
export async function actOnDraft(act: DraftAct, draft: ProcessDraft): Promise<ProcessDraft | undefined> {
  try {
    if (act === 'saves') return await openDraftSaves(draft)
    if (act === 'submit') return await told(processDrafts.submit(draft.id), t('draft.submitted'))
    if (act === 'withdraw') return await processDrafts.withdraw(draft.id)
    if (act === 'publish') return await told(processDrafts.publish(draft.id), t('draft.publishDone'))
    return undefined
  } catch (error) {
    const { detail, title } = problemOf(error)
    say({ text: detail ?? title ?? t('error.unknown') })
    return undefined
  }
}

async function told(doing: Promise<ProcessDraft>, text: string): Promise<ProcessDraft> {
  const draft = await doing
  say({ text })
  return draft
}
