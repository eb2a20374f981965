import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { ProblemDetails } from '../../api-types.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** One act on a draft that somebody confirms. */
export interface Confirmation<Answer> {
  title: string
  text: string
  /** What has to be ticked before it is done, and why. */
  warning?: { text: string; understood: string; missing: string }
  /** What there is to know before. */
  findings?: TemplateResult
  submit: string
  busy?: string
  isDangerous?: boolean
  act: () => Promise<Answer>
  done: (answer: Answer) => string
}

/** Says what will happen, does it, and says why not. */
@customElement('xf-confirm-draft-act-dialog')
export class ConfirmDialog<Answer> extends DialogElement<Answer> {
  static override styles = [
    DialogElement.styles,
    css`
      dialog.pop:has(xf-review-findings) { width: min(640px, calc(100vw - 32px)); }
    `,
  ]

  @property({ attribute: false }) confirmation!: Confirmation<Answer>
  @state() private busy = false
  @state() private wrong = ''
  @state() private problem: ProblemDetails | undefined
  @query('#understood') private understood!: HTMLInputElement | null

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const { act, done, warning } = this.confirmation
    this.wrong = warning && !this.understood?.checked ? warning.missing : ''
    if (this.wrong) return this.understood?.focus()
    this.busy = true
    this.problem = undefined
    try {
      const answer = await act()
      say({ text: done(answer) })
      this.finish(answer)
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  protected override renderBox(): TemplateResult {
    const { title, text, submit, busy = submit, isDangerous = false } = this.confirmation
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${title}</h2></header>
      <div>
        <p class="sub">${text}</p>
        ${this.confirmation.findings ?? nothing}
        ${this.renderWarning()}
        ${this.problem ? (this.problem.rule ? refusalNote(this.problem, 'refusal.title') : failureNote(this.problem, t('draftAct.failed'))) : nothing}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class="btn ${isDangerous ? 'danger fill' : 'primary'}" ?disabled=${this.busy}>${this.busy ? busy : submit}</button>
      </footer>
    </form>`
  }

  private renderWarning(): TemplateResult | typeof nothing {
    const { warning } = this.confirmation
    if (!warning) return nothing
    return html`<div class="note">${warning.text}</div>
      <div class="field">
        <label><input type="checkbox" id="understood" aria-describedby="understood-err" aria-invalid=${this.wrong ? 'true' : nothing} /> ${warning.understood}</label>
        <div class="err" id="understood-err">${this.wrong}</div>
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-confirm-draft-act-dialog': ConfirmDialog<unknown>
  }
}
