import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ProblemDetails, Wording } from '../../api-types.ts'
import { failureNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** Changes the words of a notification; shows how they would read while one writes. */
@customElement('xf-wording-dialog')
export class WordingDialog extends DialogElement<boolean> {
  static override styles = [
    DialogElement.styles,
    css`
      textarea { min-height: 120px; }
      .places { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); }
      .seen { border: 1px solid var(--line); border-radius: var(--r2); padding: var(--s3); background: var(--desk); white-space: pre-line; overflow-wrap: anywhere; }
      .seen b { display: block; margin-bottom: var(--s2); }
    `,
  ]

  @property({ attribute: false }) wording!: Wording
  @state() private preview: { subject: string; body: string } | undefined
  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @query('form') private form!: HTMLFormElement
  @query('textarea') private text!: HTMLTextAreaElement
  private timer: ReturnType<typeof setTimeout> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    void this.updateComplete.then(() => this.show())
  }

  private written(): Pick<Wording, 'language' | 'subject' | 'body'> {
    const data = new FormData(this.form)
    const { language } = this.wording
    return { language, subject: String(data.get('subject') ?? ''), body: String(data.get('body') ?? '') }
  }

  private readonly type = () => {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.show(), 250)
  }

  private async show(): Promise<void> {
    try {
      this.preview = await api.previewWording(this.wording.kind, this.written())
      this.problem = undefined
    } catch (error) {
      this.problem = problemOf(error)
    }
  }

  private readonly place = (id: string) => {
    this.text.setRangeText(`{${id}}`, this.text.selectionStart, this.text.selectionEnd, 'end')
    this.text.focus()
    this.type()
  }

  private readonly submit = (event: Event) => {
    event.preventDefault()
    void this.send(() => api.setWording(this.wording.kind, this.written()))
  }

  private readonly reset = () => void this.send(() => api.dropWording(this.wording.kind, this.wording.language))

  private async send(act: () => Promise<void>): Promise<void> {
    this.busy = true
    try {
      await act()
      say({ text: t('wording.saved') })
      this.finish(true)
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  protected override renderBox(): TemplateResult {
    const { name, language, isOwn } = this.wording
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${t('wording.title', { name, language: t(`wording.language.${language}`) })}</h2></header>
      <div>${this.renderFields()} ${this.renderPreview()}</div>
      <footer>
        ${isOwn ? html`<button class="btn" type="button" ?disabled=${this.busy} @click=${this.reset}>${t('wording.reset')}</button>` : nothing}
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class="btn primary" ?disabled=${this.busy || this.problem !== undefined}>${t('wording.save')}</button>
      </footer>
    </form>`
  }

  private renderFields(): TemplateResult {
    const { subject, body, places } = this.wording
    return html`<div class="field">
        <label class="label" for="subject">${t('wording.subject')}</label>
        <input class="in" id="subject" name="subject" maxlength="120" .defaultValue=${subject} @input=${this.type} />
      </div>
      <div class="field">
        <label class="label" for="body">${t('wording.body')}</label>
        <textarea class="in" id="body" name="body" maxlength="2000" .defaultValue=${body} @input=${this.type}></textarea>
        <div class="help places">${t('wording.places')}${places.map(
          ({ id, name }) =>
            html`<button class="btn quiet" type="button" aria-label=${t('wording.place', { name })} @click=${() => this.place(id)}>${name}</button>`,
        )}</div>
      </div>`
  }

  private renderPreview(): TemplateResult | typeof nothing {
    const wrong = this.problem?.errors ?? []
    if (wrong.length > 0)
      return html`<div class="err" role="alert">${wrong.map(({ message }) => html`<div>${message}</div>`)}</div>`
    if (this.problem) return failureNote(this.problem, t('task.failedTitle'))
    if (!this.preview) return nothing
    return html`<section aria-live="polite">
      <div class="label">${t('wording.preview')}</div>
      <div class="seen" lang=${this.wording.language}><b>${this.preview.subject}</b>${this.preview.body}</div>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-wording-dialog': WordingDialog
  }
}
