import type { ProcessDraft } from '../../api-types.ts'

/** Shows the saves of a draft; answers with the draft when an earlier one was brought back. */
export async function openDraftSaves(draft: ProcessDraft): Promise<ProcessDraft | undefined> {
  const [{ askDialog }, { DraftSavesDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./draft-saves-dialog.ts'),
  ])
  const dialog = new DraftSavesDialog()
  dialog.draft = draft
  return await askDialog(dialog)
}
