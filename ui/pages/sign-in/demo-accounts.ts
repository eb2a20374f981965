import { html, nothing, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DemoAccount } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { t } from '../../words/index.ts'
import styles from './demo-accounts.css?inline'

/** More would be a list nobody reads. */
const MOST_SHOWN = 12

/** The accounts of a demonstration: one of each kind of person, and the others for whoever looks for them. Fires `choose` with the account. */
@customElement('xf-demo-accounts')
export class DemoAccounts extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(styles)]

  @property({ attribute: false }) accounts: readonly DemoAccount[] = []
  /** The account that stands in the form. */
  @property() chosen = ''
  @state() private wanted = ''

  private readonly choose = (account: DemoAccount) => {
    this.dispatchEvent(new CustomEvent<DemoAccount>('choose', { detail: account }))
  }

  protected override render(): TemplateResult {
    const isFirst = ({ kind }: DemoAccount, index: number) =>
      index === this.accounts.findIndex(one => one.kind === kind)
    const others = this.accounts.filter((account, index) => !isFirst(account, index))
    return html`<ul>${this.accounts.filter(isFirst).map(each => this.renderAccount(each))}</ul>
      ${others.length > 0 ? this.renderOthers(others) : nothing}`
  }

  private renderOthers(others: readonly DemoAccount[]): TemplateResult {
    const wanted = this.wanted.trim()
    const found = others.filter(({ accountId, name, roleName, orgName }) =>
      [accountId, name, roleName, orgName].some(text => text.includes(wanted)),
    )
    const left = found.length - MOST_SHOWN
    return html`<details>
      <summary>${t('signIn.others', { count: others.length })}</summary>
      <label class="label" for="filter">${t('signIn.filter')}</label>
      <input class="in" id="filter" type="search" autocomplete="off" .value=${this.wanted} @input=${this.search} />
      <ul>${found.slice(0, MOST_SHOWN).map(each => this.renderAccount(each))}</ul>
      <p class="small dim" role="status">${found.length === 0 ? t('signIn.nobody') : left > 0 ? t('signIn.more', { count: left }) : nothing}</p>
    </details>`
  }

  private readonly search = (event: InputEvent) => {
    this.wanted = (event.target as HTMLInputElement).value
  }

  private renderAccount(account: DemoAccount): TemplateResult {
    const { accountId, name, roleName, orgName } = account
    return html`<li><button type="button" data-account=${accountId} aria-pressed=${this.chosen === accountId} @click=${() => this.choose(account)}>
      <i aria-hidden="true">${[...name][0]}</i><span>${name}</span><small class="cut" title="${roleName} · ${orgName}">${roleName} · ${orgName}</small>
    </button></li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-demo-accounts': DemoAccounts
  }
}
