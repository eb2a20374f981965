import type { Invitation, WebhookSecret } from '../../api-types.ts'
import { t } from '../../words/index.ts'
import type { ShownOnce } from './link-dialog.ts'

/** Shows the link to a password until it is closed. */
export const openLink = ({ token }: Invitation, name: string): Promise<void> =>
  showOnce({
    ...{ title: t('link.title'), text: t('link.text', { name }), label: t('link.label') },
    value: `${location.origin}/invitation?token=${token}`,
  })

/** Shows what posts to a system are signed with until it is closed. */
export const openSecret = ({ secret }: WebhookSecret, name: string): Promise<void> =>
  showOnce({
    ...{ title: t('hook.secretTitle', { name }), text: t('hook.secretText'), label: t('hook.secret'), value: secret },
  })

async function showOnce(shown: ShownOnce): Promise<void> {
  const [{ askDialog }, { LinkDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./link-dialog.ts'),
  ])
  const dialog = new LinkDialog()
  dialog.shown = shown
  await askDialog(dialog)
}
