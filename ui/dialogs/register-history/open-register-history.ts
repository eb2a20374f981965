import type { Organisation } from '../../api-types.ts'

/** Shows what was changed of an organisation. */
export async function openRegisterHistory(organisation: Organisation): Promise<void> {
  const [{ askDialog }, { RegisterHistoryDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./register-history-dialog.ts'),
  ])
  const dialog = new RegisterHistoryDialog()
  dialog.organisation = organisation
  await askDialog(dialog)
}
