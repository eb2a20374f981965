import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { IntakeClient } from '../../answers/intake.ts'
import { api } from '../../api.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { openRecord, reasonField } from '../../dialogs/record/open-record.ts'
import { openSecret } from '../../dialogs/secret/open-secret.ts'
import { dayTime } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'

const SOURCES = ['hotline12345', 'cityPlatform'] as const

/** The programs that may hand matters in; an administrator lets them in and shuts them out. */
@customElement('xf-intake-clients')
export class IntakeClients extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .acts { display: flex; justify-content: flex-end; margin-bottom: var(--s3); }
    `,
  ]

  private readonly clients = new Resource<IntakeClient[]>(this, {
    load: signal => api.intakeClients(signal),
    kinds: [],
  })

  private readonly letIn = async () => {
    const made: { secret: string; name: string }[] = []
    await openRecord({
      ...{ title: t('intake.letIn'), text: t('intake.letInText'), submit: t('intake.letIn') },
      fields: [
        { name: 'clientId', label: t('intake.id'), type: 'text', help: t('intake.idHelp') },
        { name: 'name', label: t('intake.name'), type: 'text' },
        {
          ...{ name: 'source', label: t('intake.source'), type: 'select' },
          options: SOURCES.map(value => ({ value, word: t(`intake.source.${value}`) })),
        },
      ],
      send: async ({ clientId = '', name = '', source }) => {
        const known = SOURCES.find(each => each === source) ?? 'hotline12345'
        made.push({ secret: await api.letIn({ clientId, name, source: known }), name })
      },
    })
    for (const { secret, name } of made) await openSecret(secret, name)
    await this.clients.refresh()
  }

  private readonly shutOut = async ({ clientId, name }: IntakeClient) => {
    const isDone = await openRecord({
      ...{ title: `${t('intake.shutOut')}：${name}`, text: t('intake.shutOutText'), submit: t('intake.shutOut') },
      isDanger: true,
      fields: [reasonField()],
      send: ({ reason = '' }) => api.shutOut(clientId, reason),
    })
    if (!isDone) return
    say({ text: t('intake.shutOutDone', { name }) })
    await this.clients.refresh()
  }

  protected override render(): TemplateResult {
    return html`${may(['administrate']) ? html`<div class="acts"><button class="btn" @click=${this.letIn}>${icon('plus')}${t('intake.letIn')}</button></div>` : nothing}
      ${this.clients.render(items => (items.length === 0 ? emptyFace(t('intake.noClients'), t('intake.noClientsText')) : this.renderTable(items)))}`
  }

  private renderTable(items: readonly IntakeClient[]): TemplateResult {
    return html`<div class="scroll" data-face="content"><table class="tbl stack">
      <thead><tr><th>${t('intake.client')}</th><th>${t('intake.source')}</th><th>${t('intake.since')}</th><th>${t('intake.state')}</th><th></th></tr></thead>
      <tbody>${items.map(each => this.renderRow(each))}</tbody>
    </table></div>`
  }

  private renderRow(client: IntakeClient): TemplateResult {
    const { clientId, name, source, registeredBy, registeredAt, revoked } = client
    return html`<tr data-client=${clientId}>
      <td>${name} <span class="mono small dim">${clientId}</span></td>
      <td>${source.name}</td>
      <td class="sub">${registeredBy.name} ${dayTime(registeredAt)}</td>
      <td>${
        revoked
          ? html`<span class="tag stop">${t('intake.revoked')}</span> <span class="sub small">${revoked.by.name} ${dayTime(revoked.at)} · ${revoked.reason}</span>`
          : html`<span class="tag live">${t('intake.live')}</span>`
      }</td>
      <td class="n">${!revoked && may(['administrate']) ? html`<button class="btn quiet" @click=${() => void this.shutOut(client)}>${t('intake.shutOut')}</button>` : nothing}</td>
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-intake-clients': IntakeClients
  }
}
