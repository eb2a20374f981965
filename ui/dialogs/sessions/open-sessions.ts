import type { Account } from '../../api-types.ts'

/** Shows where an account is signed in. */
export async function openSessions(account: Account): Promise<void> {
  const [{ askDialog }, { SessionsDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./sessions-dialog.ts'),
  ])
  const dialog = new SessionsDialog()
  dialog.account = account
  await askDialog(dialog)
}
