import { t } from '../../words/index.ts'
import type { RecordQuestion } from './record-dialog.ts'
import type { RecordField } from './record-field.ts'

/** Asks for the fields of a record; resolves to whether they were sent and taken. */
export async function openRecord(question: RecordQuestion): Promise<boolean> {
  const [{ askDialog }, { RecordDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./record-dialog.ts'),
  ])
  const dialog = new RecordDialog()
  dialog.question = question
  return (await askDialog(dialog)) ?? false
}

/** Why something is changed: the last field of most records. */
export const reasonField = (): RecordField => ({
  name: 'reason',
  label: t('common.reason'),
  type: 'textarea',
  help: t('record.reasonHelp'),
})
