import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Escalation } from '../../api-types.ts'
import { t } from '../../words/index.ts'
import { ReasonDialog } from './reason-dialog.ts'

/** Takes note of an escalation, with what one has to say to it. */
@customElement('xf-note-dialog')
export class NoteDialog extends ReasonDialog {
  @property({ attribute: false }) escalation!: Escalation
  protected override readonly isReasonOptional = true

  protected get words() {
    return {
      ...{ title: t('escalations.noteTitle'), text: t('escalations.noteText'), submit: t('escalations.note') },
      ...{ done: t('escalations.noted'), reason: t('escalations.noteField') },
    }
  }

  protected async act(text: (name: string) => string): Promise<void> {
    await api.noteEscalation(this.escalation.seq, text('reason'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-note-dialog': NoteDialog
  }
}
