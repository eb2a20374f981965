import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace, problemText } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { navigate } from '../../navigation.ts'
import { problemOf } from '../../problem.ts'
import { homePath, setMe } from '../../session.ts'
import { t } from '../../words/index.ts'
import door from './door.css?inline'

/** The way in for a new colleague: chooses a password by the administrator's link, and is signed in. */
@customElement('xf-invitation-page')
export class InvitationPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(door)]

  @state() private busy = false
  @state() private failure = ''
  @query('form') private form!: HTMLFormElement
  private readonly token = new URLSearchParams(location.search).get('token') ?? ''

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('invitation.title')} · ${t('common.product')}`
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const given = new FormData(this.form)
    const password = String(given.get('password') ?? '')
    this.failure = password === String(given.get('again') ?? '') ? '' : t('setUp.differs')
    if (this.failure) return
    this.busy = true
    try {
      const { accountId } = await api.choosePassword({ token: this.token, password })
      const person = await api.signIn(accountId, password)
      navigate('/', { replace: true })
      setMe(person)
      navigate(homePath(), { replace: true })
    } catch (error) {
      const problem = problemOf(error)
      this.failure = problem.errors?.[0]?.message ?? problemText(problem)
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    return html`<main class="single"><section>
      <div class="name"><b aria-hidden="true">循法</b><h1>${t('invitation.title')}</h1></div>
      ${this.token ? this.renderForm() : emptyFace(t('invitation.noToken'), t('invitation.noTokenText'))}
    </section></main>`
  }

  private renderForm(): TemplateResult {
    return html`<p class="small sub">${t('invitation.text')}</p>
      <div role="alert">${this.failure ? html`<div class="note">${icon('warn')}<div>${this.failure}</div></div>` : nothing}</div>
      <form @submit=${this.submit}>
        <div class="field">
          <label class="label" for="password">${t('password.new')}</label>
          <input class="in" id="password" name="password" type="password" autocomplete="new-password" required aria-describedby="password-help" />
          <div class="help" id="password-help">${t('password.help')}</div>
        </div>
        <div class="field">
          <label class="label" for="again">${t('password.again')}</label>
          <input class="in" id="again" name="again" type="password" autocomplete="new-password" required />
        </div>
        <button class="btn primary" ?disabled=${this.busy}>${t('invitation.submit')}</button>
      </form>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-invitation-page': InvitationPage
  }
}
