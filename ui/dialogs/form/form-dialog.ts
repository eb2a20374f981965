import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { FieldError, Form } from '../../../server/forms/index.ts'
import { api } from '../../api.ts'
import type { ProblemDetails, Variables } from '../../api-types.ts'
import '../../components/form/xf-form.ts'
import type { XfForm } from '../../components/form/xf-form.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { OFFICE_ZONE, officeNow } from '../../office-time.ts'
import { problemOf } from '../../problem.ts'
import { toldOf } from '../../told-errors.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** What a form dialog asks, and what happens with the answer. */
export interface FormQuestion {
  title: string
  text?: string
  form: Form
  /** What the form opens with. */
  values?: Variables
  submit: string
  send: (values: Variables) => Promise<unknown>
}

/** A form of the house in a dialog: checked here as the server checks it, and what the server says shown at each field. */
@customElement('xf-form-dialog')
export class FormDialog extends DialogElement<boolean> {
  static override styles = [
    ...DialogElement.styles,
    css`
      dialog.pop { width: min(720px, calc(100vw - 32px)); }
    `,
  ]

  @property({ attribute: false }) question!: FormQuestion
  @state() private errors: readonly FieldError[] = []
  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @query('xf-form') private form!: XfForm
  private readonly context = { variables: {}, now: officeNow(), zone: OFFICE_ZONE }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    if (this.busy || !(await this.form.allUploaded())) return
    const checked = this.form.validate()
    if (!checked.ok) return
    this.problem = undefined
    this.busy = true
    try {
      await this.question.send(checked.data)
      this.finish(true)
    } catch (error) {
      const { errors, note } = toldOf(problemOf(error))
      this.errors = errors
      this.problem = note
    } finally {
      this.busy = false
    }
  }

  protected override renderBox(): TemplateResult {
    const { title, text, form, values, submit } = this.question
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${title}</h2></header>
      <div>
        ${text ? html`<p class="sub">${text}</p>` : nothing}
        <xf-form .form=${form} .context=${this.context} .data=${values} .errors=${this.errors} .upload=${api.upload}></xf-form>
        ${this.problem ? this.renderProblem(this.problem) : nothing}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class="btn primary" ?disabled=${this.busy}>${submit}</button>
      </footer>
    </form>`
  }

  private renderProblem(problem: ProblemDetails): TemplateResult {
    return problem.status === 403 ? refusalNote(problem, 'refusal.title') : failureNote(problem, t('record.failed'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-form-dialog': FormDialog
  }
}
