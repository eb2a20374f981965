import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { DialogElement } from '../../dialogs/dialog-element.ts'
import { t } from '../../words/index.ts'
import { isPartName } from './part-changes.ts'

/** Asks what a form or a table shall be called, or whether it shall be removed; answers with the name. */
@customElement('xf-part-dialog')
export class PartDialog extends DialogElement<string> {
  @property() heading = ''
  @property() text = ''
  @property() name = ''
  /** What is there already. */
  @property({ attribute: false }) taken: readonly string[] = []
  /** It is only asked whether. */
  @property({ type: Boolean }) isRemoval = false
  @state() private wrong = ''
  @query('input') private input: HTMLInputElement | undefined | null

  private readonly submit = (event: Event) => {
    event.preventDefault()
    const name = this.input?.value.trim() ?? this.name
    if (!this.isRemoval && !isPartName(name)) this.wrong = t('draftParts.nameWrong')
    else if (!this.isRemoval && this.taken.includes(name)) this.wrong = t('draftParts.nameTaken')
    else this.finish(name)
  }

  protected override renderBox(): TemplateResult {
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${this.heading}</h2></header>
      <div>
        ${this.text === '' ? nothing : html`<p class="sub">${this.text}</p>`}
        ${this.isRemoval ? nothing : this.renderName()}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class="btn ${this.isRemoval ? 'danger' : 'primary'}">${t(this.isRemoval ? 'draftParts.remove' : 'draftParts.done')}</button>
      </footer>
    </form>`
  }

  private renderName(): TemplateResult {
    return html`<div class="field">
      <label class="label" for="part-name">${t('draftParts.nameLabel')}</label>
      <input class="in" id="part-name" .value=${this.name} autocomplete="off" spellcheck="false" autofocus
        aria-invalid=${this.wrong === '' ? nothing : 'true'} aria-describedby="part-help part-err" />
      <div class="help" id="part-help">${t('draftParts.nameHelp')}</div>
      <div class="err" id="part-err" role="alert">${this.wrong}</div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-part-dialog': PartDialog
  }
}
