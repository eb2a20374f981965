import type { FileRegister } from '../../api-types.ts'

/** Brings a register in from a file; resolves to whether something came in. */
export async function openImport(register: FileRegister): Promise<boolean> {
  const [{ askDialog }, { ImportDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./import-dialog.ts'),
  ])
  const dialog = new ImportDialog()
  dialog.register = register
  return (await askDialog(dialog)) ?? false
}
