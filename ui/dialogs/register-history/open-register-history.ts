import { api } from '../../api.ts'
import type { Organisation, RegisterHistory } from '../../api-types.ts'

/** Shows what was changed of an organisation. */
export const openRegisterHistory = ({ orgId, name }: Organisation): Promise<void> =>
  openHistory(name, () => api.organisationHistory(orgId))

/** Shows what was changed of something that is kept, by its name. */
export async function openHistory(name: string, load: () => Promise<RegisterHistory>): Promise<void> {
  const [{ askDialog }, { RegisterHistoryDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./register-history-dialog.ts'),
  ])
  const dialog = new RegisterHistoryDialog()
  Object.assign(dialog, { name, load })
  await askDialog(dialog)
}
