import type { Wording } from '../../api-types.ts'

/** Asks in which words people are to be told; resolves to whether they were changed. */
export async function openWording(wording: Wording): Promise<boolean> {
  const [{ askDialog }, { WordingDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./wording-dialog.ts'),
  ])
  const dialog = new WordingDialog()
  dialog.wording = wording
  return (await askDialog(dialog)) ?? false
}
