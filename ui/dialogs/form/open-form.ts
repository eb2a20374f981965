import type { FormQuestion } from './form-dialog.ts'

/** Asks for what a form holds; resolves to whether it was sent and taken. */
export async function openForm(question: FormQuestion): Promise<boolean> {
  const [{ askDialog }, { FormDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./form-dialog.ts'),
  ])
  const dialog = new FormDialog()
  dialog.question = question
  return (await askDialog(dialog)) ?? false
}
