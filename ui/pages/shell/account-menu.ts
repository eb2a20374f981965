import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Person } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { languageButton } from '../../components/language-button.ts'
import '../../components/menu.ts'
import { openPassword } from '../../dialogs/password/open-password.ts'
import { openShortcuts } from '../../dialogs/shortcuts/open-shortcuts.ts'
import { navigate } from '../../navigation.ts'
import { setTheme, type Theme, theme } from '../../preferences.ts'
import { setMe } from '../../session.ts'
import { t, type WordId } from '../../words/index.ts'

const themes: readonly [Theme, WordId][] = [
  ['system', 'shell.theme.system'],
  ['light', 'shell.theme.light'],
  ['dark', 'shell.theme.dark'],
  ['contrast', 'shell.theme.contrast'],
]

/** The person at the top right: appointments, colours, language, shortcuts, the way out. */
@customElement('xf-account-menu')
export class AccountMenu extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; min-width: 0; }
      .card { width: 300px; max-width: calc(100vw - 56px); white-space: normal; display: grid; gap: var(--s3); }
      .card ul { display: grid; gap: 2px; line-height: 1.6; }
      h2 { font-size: var(--t-label); font-weight: var(--w); color: var(--ink-3); margin-bottom: 2px; }
      .acts { display: flex; flex-wrap: wrap; gap: var(--s2); border-top: 1px solid var(--line); padding-top: var(--s3); }
      @media (max-width: 900px) { .wide { display: none; } }
      @media (max-width: 1180px) { small { display: none; } }
    `,
  ]

  @property({ attribute: false }) person!: Person

  private readonly signOut = async () => {
    await api.signOut().catch(() => undefined)
    setMe(undefined)
    navigate('/', { replace: true })
  }

  protected override render(): TemplateResult {
    const { person } = this
    const first = person.appointments[0]
    return html`<xf-menu end>
      <span slot="button" class="person" data-s=${[...person.name][0] ?? ''}>
        <span class="sr">${t('shell.me')}</span><span class="name">${person.name}</span>
        ${first ? html`<small class="wide">${first.orgName} · ${first.roleName}</small>` : nothing}
      </span>
      <div class="card">
        <div><b>${person.name}</b> <span class="dim small">${t('shell.account')} ${person.accountId}</span></div>
        ${this.renderAppointments()} ${this.renderThemes()}
        <div class="acts">
          ${languageButton('btn')}
          <a class="btn" href="/people/${person.personId}" data-close>${t('shell.myRecord')}</a>
          <button class="btn" data-close @click=${() => void openPassword()}>${t('shell.password')}</button>
          <button class="btn" data-close @click=${() => void openShortcuts()}>${t('shell.keys')}</button>
          <button class="btn" @click=${this.signOut}>${icon('hand')}${t('shell.signOut')}</button>
        </div>
      </div>
    </xf-menu>`
  }

  private renderAppointments(): TemplateResult | typeof nothing {
    const { appointments, certificate } = this.person
    if (appointments.length === 0) return nothing
    return html`<div>
      <h2>${t('shell.appointments')}</h2>
      <ul>
        ${appointments.map(each => html`<li>${each.orgName} · ${each.roleName}</li>`)}
        ${certificate ? html`<li class="dim">${t('shell.certificate', { date: certificate.validTo })}</li>` : nothing}
      </ul>
    </div>`
  }

  private renderThemes(): TemplateResult {
    return html`<fieldset>
      <legend><h2>${t('shell.theme')}</h2></legend>
      <span class="seg">
        ${themes.map(
          ([value, word]) =>
            html`<label><input type="radio" name="theme" .checked=${theme() === value} @change=${() => setTheme(value)} />${t(word)}</label>`,
        )}
      </span>
    </fieldset>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-account-menu': AccountMenu
  }
}
