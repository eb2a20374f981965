import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { RegisterHistory } from '../../api-types.ts'
import { registerHistory } from '../../components/register-history.ts'
import { Resource } from '../../resource.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** What was changed of something that is kept. */
@customElement('xf-register-history-dialog')
export class RegisterHistoryDialog extends DialogElement<boolean> {
  @property({ attribute: false }) name = ''
  @property({ attribute: false }) load!: () => Promise<RegisterHistory>
  private readonly history = new Resource<RegisterHistory>(this, {
    load: () => this.load(),
  })

  protected override renderBox(): TemplateResult {
    return html`<header><h2 id="title">${t('orgs.historyOf', { name: this.name })}</h2></header>
      <form method="dialog"><div>${this.history.render(({ items }) => registerHistory(items), 3)}</div>
      <footer><button class="btn primary" type="button" @click=${() => this.finish(true)}>${t('common.close')}</button></footer></form>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-register-history-dialog': RegisterHistoryDialog
  }
}
