import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { DemoAccount, Office } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { problemText } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { languageButton } from '../../components/language-button.ts'
import { problemOf } from '../../problem.ts'
import { setMe } from '../../session.ts'
import { t } from '../../words/index.ts'
import './demo-accounts.ts'
import door from './door.css?inline'

/** The door: account and password; in a demo database also the accounts to try. */
@customElement('xf-sign-in-page')
export class SignInPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(door)]

  @property({ attribute: false }) office!: Office
  /** The session ended while somebody was at work. */
  @property({ type: Boolean }) wasLost = false
  @state() private busy = false
  @state() private failure = ''
  @state() private account = ''
  @query('#account') private accountField!: HTMLInputElement
  @query('#password') private passwordField!: HTMLInputElement
  @query('form .primary') private submitButton!: HTMLButtonElement

  protected override firstUpdated(_changed: PropertyValues): void {
    this.accountField.focus()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('signIn.title')} · ${t('common.product')}`
  }

  private readonly fill = ({ detail: demo }: CustomEvent<DemoAccount>) => {
    this.accountField.value = demo.accountId
    this.passwordField.value = demo.password
    this.account = demo.accountId
    this.failure = ''
    this.submitButton.focus()
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    if (this.busy) return
    this.busy = true
    this.failure = ''
    try {
      setMe(await api.signIn(this.accountField.value.trim(), this.passwordField.value))
    } catch (error) {
      const problem = problemOf(error)
      this.failure = problem.status === 401 ? t('signIn.wrong') : problemText(problem)
      this.passwordField.focus()
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const demo = this.office.demoAccounts ?? []
    return html`<main class=${demo.length > 0 ? '' : 'single'}>
      <section>
        <div class="name"><b aria-hidden="true">循法</b><div><h1>${t('signIn.title')}</h1><p class="small dim">${t('signIn.motto')}</p></div></div>
        ${this.renderNotes()} ${this.renderForm()}
        <div class="bottom">
          <span class="small dim">${this.office.date}</span>
          ${languageButton()}
        </div>
      </section>
      ${demo.length > 0 ? this.renderDemo(demo) : nothing}
    </main>`
  }

  private renderNotes(): TemplateResult {
    return html`${
      this.office.needsSetUp
        ? html`<div class="note">${icon('info')}<div><b>${t('signIn.needsSetUp')}</b><br />${t('signIn.needsSetUpText')}</div></div>`
        : nothing
    }
    ${this.wasLost && !this.failure ? html`<div class="note" role="status">${icon('clock')}<div>${t('signIn.lost')}</div></div>` : nothing}
    <div role="alert">${this.failure ? html`<div class="note" data-state="failed">${icon('warn')}<div>${this.failure}</div></div>` : nothing}</div>`
  }

  private renderForm(): TemplateResult {
    return html`<form @submit=${this.submit}>
      <div class="field">
        <label class="label" for="account">${t('signIn.account')}</label>
        <input class="in" id="account" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required @input=${() => {
          this.account = ''
        }} />
      </div>
      <div class="field">
        <label class="label" for="password">${t('signIn.password')}</label>
        <input class="in" id="password" name="password" type="password" autocomplete="current-password" required />
      </div>
      <button class="btn primary" ?disabled=${this.busy}>${this.busy ? t('signIn.busy') : t('signIn.submit')}</button>
    </form>`
  }

  private renderDemo(accounts: readonly DemoAccount[]): TemplateResult {
    return html`<section class="side" aria-labelledby="demo">
      <div class="part"><h2 id="demo">${t('signIn.demo')}</h2></div>
      <p class="small sub">${t('signIn.demoText')}</p>
      <xf-demo-accounts .accounts=${accounts} chosen=${this.account} @choose=${this.fill}></xf-demo-accounts>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-sign-in-page': SignInPage
  }
}
