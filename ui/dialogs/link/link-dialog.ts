import { html, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Invitation } from '../../api-types.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** Shows the link to a password, once. */
@customElement('xf-link-dialog')
export class LinkDialog extends DialogElement<boolean> {
  @property({ attribute: false }) invitation!: Invitation
  @property() name = ''
  @query('#link') private field!: HTMLTextAreaElement

  private readonly copy = async () => {
    this.field.select()
    // Only secure origins have a clipboard; the link is selected for whoever copies by hand.
    await navigator.clipboard?.writeText(this.field.value).then(() => say({ text: t('link.copied') }))
  }

  protected override renderBox(): TemplateResult {
    const address = `${location.origin}/invitation?token=${this.invitation.token}`
    return html`<header><h2 id="title">${t('link.title')}</h2></header>
      <form method="dialog"><div>
        <p class="sub">${t('link.text', { name: this.name })}</p>
        <div class="field">
          <label class="label" for="link">${t('link.label')}</label>
          <textarea class="in mono" id="link" rows="3" readonly .value=${address}></textarea>
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
