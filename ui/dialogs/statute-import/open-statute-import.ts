/** Brings the official text of a law in; resolves to whether something came in. */
export async function openStatuteImport(): Promise<boolean> {
  const [{ askDialog }, { StatuteImportDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./statute-import-dialog.ts'),
  ])
  return (await askDialog(new StatuteImportDialog())) ?? false
}
