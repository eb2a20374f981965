import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { SuspensionGround, Suspensions } from '../../api-types.ts'
import { longDate, officeNow } from '../../office-time.ts'
import { t } from '../../words/index.ts'
import { ReasonDialog } from './reason-dialog.ts'

/** Suspends a case, or resumes one that stands still; the day may lie before its entry, with the reason. */
@customElement('xf-suspension-dialog')
export class SuspensionDialog extends ReasonDialog {
  @property() caseNo = ''
  @property({ attribute: false }) suspensions!: Suspensions
  @state() private day = today()

  protected get words() {
    const { caseNo } = this
    return this.suspensions.isSuspended
      ? {
          ...{ title: t('resume.title', { caseNo }), text: t('resume.text'), submit: t('resume.submit') },
          ...{ done: t('resume.done'), reason: t('common.reason') },
        }
      : {
          ...{ title: t('suspend.title', { caseNo }), text: t('suspend.text'), submit: t('suspend.submit') },
          ...{ done: t('suspend.done'), reason: t('common.reason') },
        }
  }

  protected override renderFields(): TemplateResult {
    const { isSuspended, grounds } = this.suspensions
    return html`${
      isSuspended
        ? nothing
        : html`<div class="field">
            <label class="label" for="ground">${t('suspend.ground')}</label>
            <select class="in" id="ground" name="ground">${grounds.map(({ value, name }) => html`<option value=${value}>${name}</option>`)}</select>
          </div>`
    }
      <div class="field">
        <label class="label" for="day">${t(isSuspended ? 'resume.at' : 'suspend.from')}</label>
        <input class="in" id="day" name="day" type="date" max=${today()} .value=${this.day} aria-describedby="day-help"
          @change=${(event: Event) => {
            this.day = (event.target as HTMLInputElement).value
          }} />
        <div class="help" id="day-help">${t('suspend.fromHelp')}</div>
      </div>
      ${
        this.day < today()
          ? html`<div class="field"><label class="label" for="late">${t('suspend.late')}</label><input class="in" id="late" name="late" maxlength="500" /></div>`
          : nothing
      }`
  }

  protected async act(text: (name: string) => string): Promise<void> {
    const day = text('day')
    const late = text('late')
    const isEarlier = day !== '' && day < today()
    const lateReason = isEarlier && late ? { lateReason: late } : {}
    const reason = text('reason')
    if (this.suspensions.isSuspended)
      return api.resumeCase(this.caseNo, { reason, ...(isEarlier && { at: day }), ...lateReason })
    const ground = text('ground') as SuspensionGround
    await api.suspendCase(this.caseNo, { ground, reason, ...(isEarlier && { from: day }), ...lateReason })
  }
}

const today = (): string => longDate(officeNow()).slice(0, 10)

declare global {
  interface HTMLElementTagNameMap {
    'xf-suspension-dialog': SuspensionDialog
  }
}
