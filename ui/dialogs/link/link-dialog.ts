import { html, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** What is shown once, and what it is for. */
export interface ShownOnce {
  title: string
  text: string
  label: string
  value: string
}

/** Shows something that is never shown again: the link to a password, a secret. */
@customElement('xf-link-dialog')
export class LinkDialog extends DialogElement<boolean> {
  @property({ attribute: false }) shown!: ShownOnce
  @query('#link') private field!: HTMLTextAreaElement

  private readonly copy = async () => {
    this.field.select()
    // Only secure origins have a clipboard; the link is selected for whoever copies by hand.
    await navigator.clipboard?.writeText(this.field.value).then(() => say({ text: t('link.copied') }))
  }

  protected override renderBox(): TemplateResult {
    const { title, text, label, value } = this.shown
    return html`<header><h2 id="title">${title}</h2></header>
      <form method="dialog"><div>
        <p class="sub">${text}</p>
        <div class="field">
          <label class="label" for="link">${label}</label>
          <textarea class="in mono" id="link" rows="3" readonly .value=${value}></textarea>
        </div>
      </div>
      <footer>
        <button class="btn" type="button" @click=${this.copy}>${t('link.copy')}</button>
        <button class="btn primary" type="button" @click=${() => this.finish(true)}>${t('common.close')}</button>
      </footer></form>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-link-dialog': LinkDialog
  }
}
