import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace, problemText } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { navigate } from '../../navigation.ts'
import { problemOf } from '../../problem.ts'
import { t, type WordId } from '../../words/index.ts'
import door from './door.css?inline'

/** The first start of a real office: the one-time link makes the first administrator. */
@customElement('xf-set-up-page')
export class SetUpPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(door)]

  @state() private busy = false
  @state() private failure = ''
  @query('form') private form!: HTMLFormElement
  private readonly token = new URLSearchParams(location.search).get('token') ?? ''

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('setUp.title')} · ${t('common.product')}`
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const given = new FormData(this.form)
    const text = (name: string) => String(given.get(name) ?? '')
    if (text('password') !== text('again')) {
      this.failure = t('setUp.differs')
      return
    }
    this.busy = true
    this.failure = ''
    try {
      await api.setUp({
        token: this.token,
        accountId: text('account').trim(),
        name: text('name').trim(),
        password: text('password'),
      })
      navigate('/', { replace: true })
    } catch (error) {
      this.failure = problemText(problemOf(error))
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    return html`<main class="single"><section>
      <div class="name"><b aria-hidden="true">循法</b><h1>${t('setUp.title')}</h1></div>
      ${this.token ? this.renderForm() : emptyFace(t('setUp.noToken'), t('setUp.noTokenText'))}
    </section></main>`
  }

  private renderForm(): TemplateResult {
    return html`<p class="small sub">${t('setUp.text')}</p>
      <div role="alert">${this.failure ? html`<div class="note">${icon('warn')}<div>${this.failure}</div></div>` : nothing}</div>
      <form @submit=${this.submit}>
        ${this.renderField('name', 'setUp.name', { autocomplete: 'name' })}
        ${this.renderField('account', 'setUp.account', { autocomplete: 'username', help: 'setUp.accountHelp', pattern: '[a-z0-9\\-]{3,40}' })}
        ${this.renderField('password', 'setUp.password', { type: 'password', autocomplete: 'new-password', help: 'setUp.passwordHelp', min: 12 })}
        ${this.renderField('again', 'setUp.again', { type: 'password', autocomplete: 'new-password' })}
        <button class="btn primary" ?disabled=${this.busy}>${t('setUp.submit')}</button>
      </form>`
  }

  private renderField(
    name: string,
    label: WordId,
    look: { type?: string; autocomplete?: AutoFill; help?: WordId; pattern?: string; min?: number },
  ): TemplateResult {
    return html`<div class="field">
      <label class="label" for=${name}>${t(label)} <span class="must">${t('common.required')}</span></label>
      <input class="in" id=${name} name=${name} type=${look.type ?? 'text'} autocomplete=${look.autocomplete ?? 'off'} required
        pattern=${look.pattern ?? nothing} minlength=${look.min ?? nothing} aria-describedby=${look.help ? `${name}-help` : nothing} />
      ${look.help ? html`<div class="help" id="${name}-help">${t(look.help)}</div>` : nothing}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-set-up-page': SetUpPage
  }
}
