import type { ProcessRequest } from '../../api-types.ts'

/** Asks why something is asked of an instance, and whom it is about; resolves to whether it was sent. */
export async function openRequest(processInstanceKey: string, request: ProcessRequest): Promise<boolean> {
  const [{ askDialog }, { RequestDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./request-dialog.ts'),
  ])
  const dialog = new RequestDialog()
  Object.assign(dialog, { processInstanceKey, request })
  return (await askDialog(dialog)) ?? false
}
