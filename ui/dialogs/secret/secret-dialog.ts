import { html, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** Shows what a program signs with, once. */
@customElement('xf-secret-dialog')
export class SecretDialog extends DialogElement<boolean> {
  @property() secret = ''
  @property() name = ''
  @query('#secret') private field!: HTMLTextAreaElement

  private readonly copy = async () => {
    this.field.select()
    // Only secure origins have a clipboard; the secret is selected for whoever copies by hand.
    await navigator.clipboard?.writeText(this.field.value).then(() => say({ text: t('secret.copied') }))
  }

  protected override renderBox(): TemplateResult {
    return html`<header><h2 id="title">${t('secret.title')}</h2></header>
      <form method="dialog"><div>
        <p class="sub">${t('secret.text', { name: this.name })}</p>
        <div class="field">
          <label class="label" for="secret">${t('secret.label')}</label>
          <textarea class="in mono" id="secret" rows="2" readonly .value=${this.secret}></textarea>
        </div>
      </div>
      <footer>
        <button class="btn" type="button" @click=${this.copy}>${t('secret.copy')}</button>
        <button class="btn primary" type="button" @click=${() => this.finish(true)}>${t('common.close')}</button>
      </footer></form>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-secret-dialog': SecretDialog
  }
}
