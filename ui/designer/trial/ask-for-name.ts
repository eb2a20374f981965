import { openRecord } from '../../dialogs/record/open-record.ts'
import { t } from '../../words/index.ts'

/** What a kept trial is to be called; nothing when it is not kept after all. */
export async function askForName(): Promise<string | undefined> {
  let named: string | undefined
  const isSent = await openRecord({
    title: t('trial.keepTitle'),
    text: t('trial.keepText'),
    submit: t('trial.keep'),
    fields: [{ name: 'name', label: t('trial.keepName'), type: 'text', help: t('trial.keepHint') }],
    async send({ name = '' }) {
      named = name
    },
  })
  return isSent ? named : undefined
}
