import type { ProcessDraft } from '../../api-types.ts'
import { loadWords } from '../../words/index.ts'

/** Asks for the files of a procedure and brings them in; resolves to the draft they became. */
export async function openDraftImport(): Promise<ProcessDraft | undefined> {
  const [{ askDialog }, { DraftImportDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./draft-import-dialog.ts'),
    loadWords('draftReview'),
  ])
  return await askDialog(new DraftImportDialog())
}
