import { css, html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Account, AccountSession } from '../../api-types.ts'
import { dayTime } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** Where an account is signed in, and the way to end it. */
@customElement('xf-sessions-dialog')
export class SessionsDialog extends DialogElement<boolean> {
  static override styles = [
    DialogElement.styles,
    css`li { display: flex; align-items: center; gap: var(--s3); padding: var(--s2) 0; border-bottom: 1px solid var(--line); } li > span { flex: 1; }`,
  ]

  @property({ attribute: false }) account!: Account
  private readonly sessions = new Resource<readonly AccountSession[]>(this, {
    load: async () => (await api.sessions(this.account.accountId)).items,
  })

  private readonly end = async (sessionId?: string) => {
    const { accountId } = this.account
    if (sessionId === undefined) await api.endSessions(accountId)
    else await api.endSession(accountId, sessionId)
    await this.sessions.refresh()
  }

  protected override renderBox(): TemplateResult {
    return html`<header><h2 id="title">${t('sessions.title', { name: this.account.person.name })}</h2></header>
      <form method="dialog"><div>
        ${this.sessions.render(
          items =>
            items.length === 0
              ? html`<p class="sub">${t('sessions.none')}</p>`
              : html`<ul>${items.map(each => this.renderSession(each))}</ul>`,
          2,
        )}
      </div>
      <footer>
        <button class="btn danger" type="button" @click=${() => this.end()}>${t('sessions.endAll')}</button>
        <button class="btn primary" type="button" @click=${() => this.finish(true)}>${t('common.close')}</button>
      </footer></form>`
  }

  private renderSession({ sessionId, openedAt, seenAt }: AccountSession): TemplateResult {
    return html`<li>
      <span>${t('sessions.opened', { time: dayTime(openedAt) })}<br /><small class="dim">${t('sessions.seen', { time: dayTime(seenAt) })}</small></span>
      <button class="btn" type="button" @click=${() => this.end(sessionId)}>${t('sessions.end')}</button>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-sessions-dialog': SessionsDialog
  }
}
