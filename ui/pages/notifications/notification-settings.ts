import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { MailChoice, NotificationChoice, NotificationSettings, ProblemDetails } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { failureNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { Resource } from '../../resource.ts'
import page from '../../styles/page.css?inline'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'

const MAIL_CHOICES: readonly MailChoice[] = ['off', 'now', 'digest']

const LANGUAGES = ['zh', 'en'] as const

/** How I want to be told: here, and by mail. */
@customElement('xf-notification-settings')
export class NotificationSettingsForm extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      form { display: grid; gap: var(--s4); }
      .field { max-width: 420px; }
      .end { justify-self: start; }
    `,
  ]

  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @query('form') private form!: HTMLFormElement
  private readonly settings = new Resource<NotificationSettings>(this, {
    load: signal => api.notificationSettings(signal),
  })

  private readonly save = async (event: Event) => {
    event.preventDefault()
    const data = new FormData(this.form)
    const mail = String(data.get('mail') ?? '').trim()
    const choices = Object.fromEntries(
      (this.settings.value?.items ?? []).map(({ kind }) => {
        const chosen = MAIL_CHOICES.find(choice => choice === data.get(`mail-${kind}`)) ?? 'off'
        return [kind, { inApp: data.has(`here-${kind}`), mail: chosen }]
      }),
    )
    this.busy = true
    this.problem = undefined
    try {
      const language = data.get('language') === 'en' ? 'en' : 'zh'
      await api.setNotificationSettings({ mail: mail || null, language, choices })
      say({ text: t('notice.saved') })
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    return this.settings.render(settings => this.renderForm(settings))
  }

  private renderForm({ mail, language, hasMail, items }: NotificationSettings): TemplateResult {
    return html`<form @submit=${this.save} novalidate data-face="content">
      <div class="field">
        <label class="label" for="mail">${t('notice.mail')}</label>
        <input class="in" id="mail" name="mail" type="email" autocomplete="email" maxlength="120" .value=${mail ?? ''} aria-describedby="mail-help" />
        <div class="help" id="mail-help">${t('notice.mailHelp')}${hasMail ? nothing : html`<br />${t('notice.noMail')}`}</div>
      </div>
      <div class="field">
        <label class="label" for="language">${t('notice.language')}</label>
        <select class="in" id="language" name="language">
          ${LANGUAGES.map(each => html`<option value=${each} ?selected=${each === language}>${t(`wording.language.${each}`)}</option>`)}
        </select>
      </div>
      <div class="scroll"><table class="tbl">
        <thead><tr><th>${t('notice.kind')}</th><th>${t('notice.inApp')}</th><th>${t('notice.byMail')}</th></tr></thead>
        <tbody>${items.map(renderChoice)}</tbody>
      </table></div>
      ${this.problem ? failureNote(this.problem, t('task.failedTitle')) : nothing}
      <button class="btn primary end" ?disabled=${this.busy}>${t('notice.save')}</button>
    </form>`
  }
}

function renderChoice({ kind, name, inApp, mail }: NotificationChoice): TemplateResult {
  return html`<tr>
    <td id="kind-${kind}">${name}</td>
    <td><input type="checkbox" name="here-${kind}" aria-label="${name}：${t('notice.inApp')}" .checked=${inApp} /></td>
    <td><select class="in" name="mail-${kind}" aria-label="${name}：${t('notice.byMail')}">
      ${MAIL_CHOICES.map(choice => html`<option value=${choice} ?selected=${choice === mail}>${t(`notice.mail.${choice}`)}</option>`)}
    </select></td>
  </tr>`
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-notification-settings': NotificationSettingsForm
  }
}
