import { html, nothing, type TemplateResult } from 'lit'
import { query, state } from 'lit/decorators.js'
import type { ProblemDetails } from '../../api-types.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** What the dialogs on limits are: a form with a reason, one act, and what was said against it. */
export abstract class ReasonDialog extends DialogElement<boolean> {
  @state() protected busy = false
  @state() private wrong = ''
  @state() private problem: ProblemDetails | undefined
  @query('form') private form!: HTMLFormElement

  protected abstract readonly words: { title: string; text: string; submit: string; done: string; reason: string }
  /** A reason may be left out. */
  protected readonly isReasonOptional: boolean = false
  /** What is asked besides the reason. */
  protected renderFields(): TemplateResult | typeof nothing {
    return nothing
  }
  /** Does it. */
  protected abstract act(text: (name: string) => string): Promise<void>

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const data = new FormData(this.form)
    const text = (name: string) => String(data.get(name) ?? '').trim()
    this.wrong = text('reason') || this.isReasonOptional ? '' : t('reason.missing')
    if (this.wrong) return this.form.querySelector<HTMLInputElement>('#reason')?.focus()
    this.busy = true
    this.problem = undefined
    try {
      await this.act(text)
      say({ text: this.words.done })
      this.finish(true)
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  protected override renderBox(): TemplateResult {
    const { title, text, submit, reason } = this.words
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${title}</h2></header>
      <div>
        <p class="sub">${text}</p>
        ${this.renderFields()}
        <div class="field">
          <label class="label" for="reason">${reason} ${this.isReasonOptional ? nothing : html`<span class="must">${t('common.required')}</span>`}</label>
          <input class="in" id="reason" name="reason" ?required=${!this.isReasonOptional} maxlength="500" aria-describedby="reason-err" aria-invalid=${this.wrong ? 'true' : nothing} />
          <div class="err" id="reason-err">${this.wrong}</div>
        </div>
        ${this.renderProblem()}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class="btn primary" ?disabled=${this.busy}>${submit}</button>
      </footer>
    </form>`
  }

  private renderProblem(): TemplateResult | typeof nothing {
    if (!this.problem) return nothing
    const said = this.problem.errors?.map(({ message }) => message).join(' ') ?? ''
    return this.problem.status === 403
      ? refusalNote(this.problem, 'refusal.title')
      : failureNote(this.problem, t('task.failedTitle'), said)
  }
}
