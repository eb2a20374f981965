import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Organisation, RegisterHistory } from '../../api-types.ts'
import { registerHistory } from '../../components/register-history.ts'
import { Resource } from '../../resource.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** What was changed of an organisation. */
@customElement('xf-register-history-dialog')
export class RegisterHistoryDialog extends DialogElement<boolean> {
  @property({ attribute: false }) organisation!: Organisation
  private readonly history = new Resource<RegisterHistory>(this, {
    load: () => api.organisationHistory(this.organisation.orgId),
  })

  protected override renderBox(): TemplateResult {
    return html`<header><h2 id="title">${t('orgs.historyOf', { name: this.organisation.name })}</h2></header>
      <form method="dialog"><div>${this.history.render(({ items }) => registerHistory(items), 3)}</div>
      <footer><button class="btn primary" type="button" @click=${() => this.finish(true)}>${t('common.close')}</button></footer></form>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-register-history-dialog': RegisterHistoryDialog
  }
}
