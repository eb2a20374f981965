import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { ProblemDetails } from '../../api-types.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'
import { type RecordField, type RecordValues, recordField } from './record-field.ts'

/** What a record dialog asks, and what happens with the answer. */
export interface RecordQuestion {
  title: string
  text?: string
  fields: readonly RecordField[]
  submit?: string
  /** Takes something away: the button is red. */
  isDanger?: boolean
  /** Says what is wrong before anything is sent, by field. */
  check?: (values: RecordValues) => Record<string, string>
  /** The field, with a slash before it, that the server means by a path; without it, the path itself. */
  fieldAt?: (path: string) => string
  send: (values: RecordValues) => Promise<void>
}

/** Asks for the fields of a record, sends them, and shows at each field what the server says about it. */
@customElement('xf-record-dialog')
export class RecordDialog extends DialogElement<boolean> {
  @property({ attribute: false }) question!: RecordQuestion
  @state() private errors: Readonly<Record<string, string>> = {}
  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @query('form') private form!: HTMLFormElement

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const values = this.values
    this.problem = undefined
    this.errors = { ...this.missing(values), ...this.question.check?.(values) }
    if (Object.keys(this.errors).length > 0) return this.focusError()
    this.busy = true
    try {
      await this.question.send(values)
      this.finish(true)
    } catch (error) {
      this.show(problemOf(error))
    } finally {
      this.busy = false
    }
  }

  private get values(): RecordValues {
    const given = new FormData(this.form)
    return Object.fromEntries(
      this.question.fields.map(({ name, type }) => {
        const text = given.getAll(name).map(String).join('\n')
        return [name, type === 'password' ? text : text.trim()]
      }),
    )
  }

  private missing(values: RecordValues): Record<string, string> {
    const empty = this.question.fields.filter(
      ({ name, type, isOptional }) => type !== 'checkbox' && !isOptional && !values[name],
    )
    return Object.fromEntries(empty.map(({ name }) => [name, t('record.missing')]))
  }

  private show(problem: ProblemDetails): void {
    const { fields: asked, fieldAt = (path: string) => path } = this.question
    const names = asked.map(({ name }) => name)
    const fields = (problem.errors ?? []).map(({ path, message }) => [
      fieldAt(path).slice(1).split('/')[0] ?? '',
      message ?? '',
    ])
    this.errors = Object.fromEntries(fields.filter(([name = '']) => names.includes(name)))
    if (Object.keys(this.errors).length < fields.length || fields.length === 0) this.problem = problem
    this.focusError()
  }

  private focusError(): void {
    void this.updateComplete.then(() => this.form.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }

  protected override renderBox(): TemplateResult {
    const { title, text, fields, submit, isDanger } = this.question
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${title}</h2></header>
      <div>
        ${text ? html`<p class="sub">${text}</p>` : nothing}
        ${fields.map(field => recordField(field, this.errors[field.name] ?? ''))}
        ${this.problem ? this.renderProblem(this.problem) : nothing}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class=${isDanger ? 'btn danger fill' : 'btn primary'} ?disabled=${this.busy}>${submit ?? t('record.save')}</button>
      </footer>
    </form>`
  }

  private renderProblem(problem: ProblemDetails): TemplateResult {
    return problem.status === 403 ? refusalNote(problem, 'refusal.title') : failureNote(problem, t('record.failed'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-record-dialog': RecordDialog
  }
}
