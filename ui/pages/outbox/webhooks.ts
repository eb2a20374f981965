import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Webhook } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { openSecret } from '../../dialogs/link/open-link.ts'
import { openRecord, reasonField } from '../../dialogs/record/open-record.ts'
import type { RecordField, RecordValues } from '../../dialogs/record/record-field.ts'
import { openHistory } from '../../dialogs/register-history/open-register-history.ts'
import { Resource } from '../../resource.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'

interface Found {
  items: Webhook[]
  kinds: { id: string; name: string }[]
}

/** The systems that are told of what happens; administrators enter, change and switch them off. */
@customElement('xf-webhooks')
export class Webhooks extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tools { align-items: center; justify-content: space-between; }
      .url { overflow-wrap: anywhere; }
    `,
  ]

  private readonly hooks = new Resource<Found>(this, { load: signal => api.webhooks(signal) })

  private readonly add = async ({ kinds }: Found) => {
    let added: (() => Promise<void>) | undefined
    const isDone = await openRecord({
      title: t('hook.add'),
      text: t('hook.text'),
      fields: fieldsOf(kinds),
      check: wrongUrl,
      send: async values => {
        const secret = await api.addWebhook(contentOf(values))
        added = () => openSecret(secret, values.name ?? '')
      },
    })
    if (!isDone) return
    await added?.()
    await this.hooks.refresh()
  }

  private readonly change = async (hook: Webhook, { kinds }: Found) => {
    const isOn: RecordField = {
      name: 'isOn',
      label: t('hook.isOn'),
      type: 'checkbox',
      value: hook.state === 'on' ? 'yes' : '',
    }
    const isDone = await openRecord({
      title: hook.name,
      fields: [...fieldsOf(kinds, hook), isOn, reasonField()],
      check: wrongUrl,
      send: values =>
        api.changeWebhook({
          ...contentOf(values),
          ...{ webhookId: hook.webhookId, state: values.isOn === 'yes' ? 'on' : 'off', reason: values.reason ?? '' },
        }),
    })
    if (!isDone) return
    say({ text: t('hook.saved') })
    await this.hooks.refresh()
  }

  private readonly renew = async ({ webhookId, name }: Webhook) => {
    let shown: (() => Promise<void>) | undefined
    await openRecord({
      ...{ title: t('hook.renewTitle', { name }), text: t('hook.renewText'), submit: t('hook.renew'), isDanger: true },
      fields: [reasonField()],
      send: async ({ reason = '' }) => {
        const secret = await api.renewWebhookSecret(webhookId, reason)
        shown = () => openSecret(secret, name)
      },
    })
    await shown?.()
  }

  protected override render(): TemplateResult {
    return this.hooks.render(
      found => html`<div class="tools"><p class="sub">${t('hook.text')}</p>
          ${may(['administrate']) ? html`<button class="btn primary" @click=${() => void this.add(found)}>${t('hook.add')}</button>` : nothing}
        </div>
        ${found.items.length === 0 ? emptyFace(t('hook.empty'), t('hook.emptyText')) : this.renderTable(found)}`,
    )
  }

  private renderTable(found: Found): TemplateResult {
    return html`<div class="scroll" data-face="content"><table class="tbl stack">
      <thead><tr><th>${t('hook.name')}</th><th>${t('hook.url')}</th><th>${t('hook.kinds')}</th><th>${t('hook.state')}</th><th></th></tr></thead>
      <tbody>${found.items.map(hook => this.renderRow(hook, found))}</tbody>
    </table></div>`
  }

  private renderRow(hook: Webhook, found: Found): TemplateResult {
    const { webhookId, name, url, kinds, state } = hook
    const names = found.kinds.filter(({ id }) => kinds.includes(id)).map(each => each.name)
    return html`<tr data-webhook=${webhookId}>
      <td><b>${name}</b></td>
      <td class="mono url">${url}</td>
      <td title=${names.join('、')}>${names.length === 0 ? t('hook.all') : t('hook.someKinds', { n: names.length })}</td>
      <td><span class="tag ${state === 'on' ? 'live' : 'off'}">${t(`hook.state.${state}`)}</span></td>
      <td class="n nb full">
        ${
          may(['administrate'])
            ? html`<button class="btn quiet" @click=${() => void this.change(hook, found)}>${t('hook.change')}</button><button class="btn quiet" @click=${() => void this.renew(hook)}>${t('hook.renew')}</button>`
            : nothing
        }
        <button class="btn quiet" @click=${() => void openHistory(name, () => api.webhookHistory(webhookId))}>${t('hook.history')}</button>
      </td>
    </tr>`
  }
}

function fieldsOf(kinds: Found['kinds'], hook?: Webhook): RecordField[] {
  return [
    { name: 'name', label: t('hook.name'), value: hook?.name },
    { name: 'url', label: t('hook.url'), value: hook?.url, help: t('hook.urlHelp') },
    {
      ...{ name: 'kinds', label: `${t('hook.kinds')}（${t('hook.kindsHelp')}）`, type: 'checks', isOptional: true },
      ...{ value: hook?.kinds.join('\n'), options: kinds.map(({ id, name }) => ({ value: id, word: name })) },
    },
  ]
}

const wrongUrl = ({ url = '' }: RecordValues): Record<string, string> =>
  url === '' || /^https?:\/\/[^\s/]+/.test(url) ? {} : { url: t('hook.urlHelp') }

const contentOf = ({ name = '', url = '', kinds = '' }: RecordValues) => ({
  ...{ name, url, kinds: kinds.split('\n').filter(Boolean) },
})

declare global {
  interface HTMLElementTagNameMap {
    'xf-webhooks': Webhooks
  }
}
