import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Account, AccountState, Invitation, Page } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { noneFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { personMark } from '../../components/person.ts'
import { openLink } from '../../dialogs/link/open-link.ts'
import { openRecord, reasonField } from '../../dialogs/record/open-record.ts'
import { openSessions } from '../../dialogs/sessions/open-sessions.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { dayTime, shortTime } from '../../office-time.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'

const states: readonly AccountState[] = ['active', 'invited', 'locked']

/** Who can sign in: new links, locks, open sessions. */
@customElement('xf-accounts-page')
export class AccountsPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page)]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly list = new Paged<Account>(
    this,
    (after, signal) => api.accounts({ ...this.asked, ...(after ? { after } : {}) }, signal),
    [],
  )

  private get asked(): { q?: string; state?: AccountState } {
    const asked = ['q', 'state'].map(name => [name, this.query.get(name)])
    return Object.fromEntries(asked.filter(([, value]) => value))
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('accounts.title')} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), 300)
  }

  private readonly choose = (event: Event) => navigate(withQuery({ state: (event.target as HTMLSelectElement).value }))

  private readonly reset = async ({ accountId, person }: Account) => {
    const made: Invitation[] = []
    await openRecord({
      ...{ title: `${t('accounts.reset')}：${person.name}`, text: t('accounts.resetText'), isDanger: true },
      submit: t('accounts.reset'),
      fields: [reasonField()],
      send: async ({ reason = '' }) => void made.push(await api.resetAccount(accountId, reason)),
    })
    for (const invitation of made) await openLink(invitation, person.name)
    await this.list.resource.refresh()
  }

  private readonly turn = async ({ accountId, person, state }: Account) => {
    const isLocked = state === 'locked'
    const word = isLocked ? t('accounts.unlock') : t('accounts.lock')
    const isDone = await openRecord({
      ...{ title: `${word}：${person.name}`, submit: word, isDanger: !isLocked },
      text: isLocked ? t('accounts.unlockText') : t('accounts.lockText'),
      fields: [reasonField()],
      send: ({ reason = '' }) => api.setAccountState(accountId, { state: isLocked ? 'active' : 'locked', reason }),
    })
    if (!isDone) return
    say({ text: t(isLocked ? 'accounts.unlocked' : 'accounts.locked', { name: person.name }) })
    await this.list.resource.refresh()
  }

  private readonly sessions = async (account: Account) => {
    await openSessions(account)
    await this.list.resource.refresh()
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header><h1>${t('accounts.title')}</h1><p>${t('accounts.text')}</p></header>
      <div class="tools">
        <input class="in" type="search" .value=${this.query.get('q') ?? ''} aria-label=${t('people.find')} placeholder=${t('people.find')} @input=${this.type} />
        <select class="in" aria-label=${t('accounts.state')} @change=${this.choose}>
          <option value="">${t('common.all')}</option>
          ${states.map(each => html`<option value=${each} ?selected=${this.query.get('state') === each}>${t(`account.state.${each}`)}</option>`)}
        </select>
      </div>
      ${this.list.resource.render(found => (found.items.length === 0 ? noneFace(Object.keys(this.asked).length > 0, '/accounts', [t('accounts.empty'), t('accounts.emptyText')]) : this.renderTable(found)), 8)}
    </div>`
  }

  private renderTable(found: Page<Account>): TemplateResult {
    return html`<div class="scroll" data-face="content">
        <table class="tbl stack">
          <thead><tr><th>${t('accounts.person')}</th><th>${t('people.account')}</th><th>${t('accounts.state')}</th><th>${t('accounts.seen')}</th><th>${t('accounts.sessions')}</th><th></th></tr></thead>
          <tbody>${found.items.map(each => this.renderRow(each))}</tbody>
        </table>
      </div>
      ${pager(found.items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }

  private renderRow(account: Account): TemplateResult {
    const { accountId, person, state, invitedUntil, seenAt, openSessions: count } = account
    const isInvited = state === 'invited' && invitedUntil !== null
    return html`<tr data-account=${accountId}>
      <td><a href="/people/${person.id}">${personMark(person.name)}</a></td>
      <td class="mono sub">${accountId}</td>
      <td><span class="tag ${state === 'locked' ? 'stop' : state === 'active' ? 'live' : 'wait'}">${t(`account.state.${state}`)}</span>
        ${isInvited ? html`<span class="small dim">${t('accounts.until', { time: shortTime(invitedUntil) })}</span>` : nothing}</td>
      <td class="sub nb">${seenAt ? dayTime(seenAt) : nothing}</td>
      <td class="nb">${count > 0 ? html`<button class="btn quiet" @click=${() => void this.sessions(account)}>${t('accounts.sessionCount', { n: count })}</button>` : nothing}</td>
      <td class="n nb full">${
        may(['administrate'])
          ? html`<button class="btn quiet" @click=${() => void this.reset(account)}>${t('accounts.reset')}</button>
            <button class="btn quiet" @click=${() => void this.turn(account)}>${state === 'locked' ? t('accounts.unlock') : t('accounts.lock')}</button>`
          : nothing
      }</td>
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-accounts-page': AccountsPage
  }
}
