import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { LimitReason, TaskDetail } from '../../api-types.ts'
import { amountWords } from '../../components/limit-words.ts'
import { t } from '../../words/index.ts'
import { ReasonDialog } from './reason-dialog.ts'

/** Makes the limit of a task longer by what its rule allows. */
@customElement('xf-extension-dialog')
export class ExtensionDialog extends ReasonDialog {
  @property({ attribute: false }) task!: TaskDetail

  private get limit(): LimitReason | undefined {
    return this.task.limitReasons.find(({ extension }) => extension)
  }

  protected get words() {
    const { limit } = this
    const { amount = '', times = 1 } = limit?.extension ?? {}
    const name = limit?.name ?? ''
    return {
      title: t('extend.title', { name }),
      text: t('extend.text', { amount: amount && amountWords(amount), n: times }),
      ...{ submit: t('extend.submit'), done: t('extend.done', { name }), reason: t('common.reason') },
    }
  }

  protected async act(text: (name: string) => string): Promise<void> {
    const limit = this.limit?.key
    await api.extendLimit(this.task.userTaskKey, { ...(limit !== undefined && { limit }), reason: text('reason') })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-extension-dialog': ExtensionDialog
  }
}
