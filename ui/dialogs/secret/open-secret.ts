/** Shows what a program signs with until it is closed. */
export async function openSecret(secret: string, name: string): Promise<void> {
  const [{ askDialog }, { SecretDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./secret-dialog.ts'),
  ])
  const dialog = new SecretDialog()
  dialog.secret = secret
  dialog.name = name
  await askDialog(dialog)
}
