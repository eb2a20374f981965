import { customElement, property } from 'lit/decorators.js'
import { processDrafts } from '../../api-process-drafts.ts'
import { t } from '../../words/index.ts'
import { ReasonDialog } from '../limit-acts/reason-dialog.ts'

/** Gives a draft back to who submitted it. */
@customElement('xf-return-draft-dialog')
export class ReturnDraftDialog extends ReasonDialog {
  @property() draftId = ''
  protected readonly words = {
    ...{ title: t('return.title'), text: t('return.text'), reason: t('return.reason') },
    ...{ submit: t('return.submit'), done: t('return.done') },
  }

  protected async act(text: (name: string) => string): Promise<void> {
    await processDrafts.returnIt(this.draftId, text('reason'))
  }
}

/** Takes a procedure out of use. */
@customElement('xf-retire-procedure-dialog')
export class RetireProcedureDialog extends ReasonDialog {
  @property() processDefinitionKey = ''
  protected readonly words = {
    ...{ title: t('retire.title'), text: t('retire.text'), reason: t('retire.reason') },
    ...{ submit: t('retire.submit'), done: t('retire.done') },
  }

  protected act(text: (name: string) => string): Promise<void> {
    return processDrafts.retire(this.processDefinitionKey, text('reason'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-return-draft-dialog': ReturnDraftDialog
    'xf-retire-procedure-dialog': RetireProcedureDialog
  }
}
