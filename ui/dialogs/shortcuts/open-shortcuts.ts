/** Shows the list of shortcuts. */
export async function openShortcuts(): Promise<void> {
  const [{ askDialog }, { ShortcutsDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./shortcuts-dialog.ts'),
  ])
  await askDialog(new ShortcutsDialog())
}
