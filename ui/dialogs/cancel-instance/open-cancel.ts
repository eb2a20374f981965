import type { Instance } from '../../api-types.ts'

/** Asks why an instance is to be cancelled; resolves to whether it was. */
export async function openCancel(instance: Instance): Promise<boolean> {
  const [{ askDialog }, { CancelInstanceDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./cancel-instance-dialog.ts'),
  ])
  const dialog = new CancelInstanceDialog()
  dialog.instance = instance
  return (await askDialog(dialog)) ?? false
}
