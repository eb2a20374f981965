import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Certificate, KeptAppointment, PersonRecord, RegisterHistory } from '../../api-types.ts'
import { certificateMark } from '../../components/certificate-mark.ts'
import { XfElement } from '../../components/element.ts'
import { registerHistory } from '../../components/register-history.ts'
import { turnTimes } from '../../components/turn-times.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may, me } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { addCertificate, changeDays, turnCertificate } from '../certificates/certificate-acts.ts'
import {
  appoint,
  changeAppointment,
  changeMail,
  changeQualification,
  endAppointment,
  openAccountOf,
  rename,
} from './person-acts.ts'

/** Everything that is kept of a person, who may change it, and what was changed. */
@customElement('xf-person-page')
export class PersonPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .page { max-width: 960px; }
      .head { display: flex; align-items: baseline; gap: var(--s3); }
      .head h1 { font-size: var(--t-page); line-height: 32px; }
      .head .end { margin-left: auto; }
      td.acts { text-align: right; white-space: nowrap; }
      .line { margin-top: var(--s2); }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private readonly person = new Resource<PersonRecord>(this, {
    load: signal => api.person(this.params.id ?? '', signal),
    lazy: true,
  })
  private readonly history = new Resource<RegisterHistory>(this, {
    load: signal => api.personHistory(this.params.id ?? '', undefined, signal),
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return
    void this.person.reload()
    void this.history.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${this.person.value?.name ?? t('people.title')} · ${t('common.product')}`
  }

  /** Does it, and asks again when it was done. */
  private readonly follow = (act: Promise<boolean>) => void act.then(isDone => (isDone ? this.refresh() : undefined))

  private async refresh(): Promise<void> {
    await Promise.all([this.person.refresh(), this.history.refresh()])
  }

  protected override render(): TemplateResult {
    return html`<div class="page">${this.person.render(person => this.renderPerson(person), 8)}</div>`
  }

  private renderPerson(person: PersonRecord): TemplateResult {
    return html`<div class="head">
        <h1>${person.name}</h1><span class="mono sub">${person.personId}</span>
        <a class="btn quiet" href="/absences?view=all&amp;q=${encodeURIComponent(person.name)}">${t('shell.absences')}</a>
        ${this.button('administrate', t('person.rename'), () => rename(person), 'end')}
      </div>
      <div data-face="content"><div class="part"><h2>${t('people.account')}</h2></div>
      ${this.renderAccount(person)} ${person.mail === undefined ? nothing : this.renderMail(person)}
      ${this.heading(t('person.appointments'), 'administrate', t('person.appoint'), () => appoint(person))}
      ${person.appointments.length === 0 ? html`<p class="sub">${t('person.noAppointments')}</p>` : this.renderAppointments(person)}
      ${this.heading(t('person.certificates'), 'certify', t('certs.add'), () => addCertificate(person.personId))}
      ${person.certificates.length === 0 ? html`<p class="sub">${t('person.noCertificates')}</p>` : this.renderCertificates(person)}
      ${this.heading(t('person.qualification'), 'certify', t('person.edit'), () => changeQualification(person))}
      ${renderQualification(person)}
      <div class="part"><h2>${t('person.history')}</h2></div>
      ${this.history.render(({ items }) => registerHistory(items), 4)}
    </div>`
  }

  private heading(title: string, permission: 'administrate' | 'certify', word: string, act: () => Promise<boolean>) {
    return html`<div class="part"><h2>${title}</h2>${this.button(permission, word, act, 'end')}</div>`
  }

  /** A button for those who may; a keeper of certificates does not handle his own. */
  private button(permission: 'administrate' | 'certify', word: string, act: () => Promise<boolean>, place = '') {
    const isOwn = permission === 'certify' && me()?.personId === this.params.id
    if (!may([permission]) || isOwn) return nothing
    return html`<button class="btn ${place}" @click=${() => this.follow(act())}>${word}</button>`
  }

  private renderAccount(person: PersonRecord): TemplateResult {
    const { account } = person
    if (account)
      return html`<p><span class="mono">${account.accountId}</span> <span class="tag ${account.state === 'locked' ? 'stop' : account.state === 'active' ? 'live' : 'wait'}">${t(`account.state.${account.state}`)}</span></p>`
    return html`<p class="sub">${t('person.noAccount')} ${this.button('administrate', t('person.openAccount'), () => openAccountOf(person))}</p>`
  }

  private renderMail(person: PersonRecord): TemplateResult {
    return html`<p><span class="sub">${t('notice.mail')}</span> ${person.mail ?? t('person.noMail')} ${this.button('administrate', t('person.edit'), () => changeMail(person), 'quiet')}</p>`
  }

  private renderAppointments(person: PersonRecord): TemplateResult {
    return html`<div class="scroll"><table class="tbl stack">
      <thead><tr><th>${t('people.org')}</th><th>${t('people.role')}</th><th>${t('person.period')}</th><th>${t('accounts.state')}</th><th></th></tr></thead>
      <tbody>${person.appointments.map(
        each => html`<tr data-appointment=${each.appointmentId}>
          <td>${each.orgName}</td>
          <td>${each.roleName}${each.isActing ? html` <span class="tag">${t('person.acting')}</span>` : nothing}</td>
          <td class="sub">${period(each)}</td>
          <td><span class="tag ${each.state === 'present' ? 'live' : 'off'}">${t(`person.state.${each.state}`)}</span></td>
          <td class="acts full">${
            each.state === 'past'
              ? nothing
              : html`${this.button('administrate', t('person.edit'), () => changeAppointment(person, each), 'quiet')}
                ${each.state === 'present' ? this.button('administrate', t('person.end'), () => endAppointment(person, each), 'quiet danger') : nothing}`
          }</td>
        </tr>`,
      )}</tbody>
    </table></div>`
  }

  private renderCertificates({ certificates }: PersonRecord): TemplateResult {
    return html`<div class="scroll"><table class="tbl stack">
      <thead><tr><th>${t('certs.kind')}</th><th>${t('certs.number')}</th><th>${t('certs.period')}</th><th>${t('certs.state')}</th><th></th></tr></thead>
      <tbody>${certificates.map(
        each => html`<tr data-certificate=${each.certificateId}>
          <td>${t(`cert.kind.${each.kind}`)}</td>
          <td class="mono">${each.number}</td>
          <td class="sub">${t('person.fromTo', { from: each.validFrom, to: each.validTo })}</td>
          <td>${certificateMark(each.state)}${latestReason(each)}</td>
          <td class="acts full">${this.button('certify', t('certs.days'), () => changeDays(each), 'quiet')}${this.button('certify', t('certs.turn'), () => turnCertificate(each), 'quiet')}</td>
        </tr>`,
      )}</tbody>
    </table></div>`
  }
}

const latestReason = ({ changes }: Certificate) => {
  const latest = changes.at(-1)
  return latest ? html` <span class="small dim">${latest.reason}</span> ${turnTimes(latest)}` : nothing
}

const period = ({ from, to }: KeptAppointment): string =>
  to === null ? t('person.until', { from }) : t('person.fromTo', { from, to })

function renderQualification({ qualification }: PersonRecord): TemplateResult {
  if (!qualification) return html`<p class="sub">${t('person.noQualification')}</p>`
  const lines: [string, string | null][] = [
    [t('person.legalNumber'), qualification.number],
    [t('person.grantedOn'), qualification.grantedOn],
    [t('person.reviewerSince'), qualification.reviewerSince],
    [t('person.exemption'), qualification.exemption],
  ]
  return html`<dl class="kv">${lines.map(([word, value]) => (value === null ? nothing : html`<dt>${word}</dt><dd>${value}</dd>`))}</dl>`
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-person-page': PersonPage
  }
}
