import type { Invitation } from '../../api-types.ts'

/** Shows the link to a password until it is closed. */
export async function openLink(invitation: Invitation, name: string): Promise<void> {
  const [{ askDialog }, { LinkDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./link-dialog.ts'),
  ])
  const dialog = new LinkDialog()
  dialog.invitation = invitation
  dialog.name = name
  await askDialog(dialog)
}
