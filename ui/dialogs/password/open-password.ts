import { api } from '../../api.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { openRecord } from '../record/open-record.ts'

/** Changes one's own password. */
export async function openPassword(): Promise<void> {
  const isDone = await openRecord({
    title: t('password.title'),
    text: t('password.text'),
    fields: [
      { name: 'password', label: t('password.present'), type: 'password', autocomplete: 'current-password' },
      {
        ...{ name: 'newPassword', label: t('password.new'), type: 'password', autocomplete: 'new-password' },
        help: t('password.help'),
      },
      { name: 'again', label: t('password.again'), type: 'password', autocomplete: 'new-password' },
    ],
    check: ({ newPassword, again }) => (newPassword === again ? {} : { again: t('setUp.differs') }),
    send: ({ password = '', newPassword = '' }) => api.changePassword({ password, newPassword }),
  })
  if (isDone) say({ text: t('password.done') })
}
