import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Instance, ProblemDetails } from '../../api-types.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** Cancels an instance: says what will happen, asks for the reason. */
@customElement('xf-cancel-instance-dialog')
export class CancelInstanceDialog extends DialogElement<boolean> {
  @property({ attribute: false }) instance!: Instance
  @state() private wrong = ''
  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @query('#reason') private reasonField!: HTMLInputElement

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const reason = this.reasonField.value.trim()
    this.wrong = reason ? '' : t('cancel.reasonMissing')
    if (!reason) return this.reasonField.focus()
    this.busy = true
    this.problem = undefined
    try {
      await api.cancel(this.instance.processInstanceKey, reason)
      say({ text: t('instance.canceled') })
      this.finish(true)
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  protected override renderBox(): TemplateResult {
    const { instance } = this
    const name = [instance.processName, instance.caseNo].filter(Boolean).join(' ')
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${t('cancel.title', { name })}</h2></header>
      <div>
        <p class="sub">${t('cancel.text')}</p>
        <div class="field">
          <label class="label" for="reason">${t('common.reason')} <span class="must">${t('common.required')}</span></label>
          <input class="in" id="reason" required maxlength="500" aria-describedby="reason-err" aria-invalid=${this.wrong ? 'true' : nothing} />
          <div class="err" id="reason-err">${this.wrong}</div>
        </div>
        ${this.problem ? (this.problem.status === 403 ? refusalNote(this.problem, 'refusal.title') : failureNote(this.problem, t('task.failedTitle'))) : nothing}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('cancel.keep')}</button>
        <button class="btn danger fill" ?disabled=${this.busy}>${t('cancel.submit')}</button>
      </footer>
    </form>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-cancel-instance-dialog': CancelInstanceDialog
  }
}
