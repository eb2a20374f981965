import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { OutboxPage as Found } from '../../api-notifications.ts'
import type { OutboxItem, OutboxState } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { tabList } from '../../components/tabs.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { dayTime, shortTime } from '../../office-time.ts'
import { Paged } from '../../paged.ts'
import { problemOf } from '../../problem.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import './webhooks.ts'
import './wordings.ts'

type View = 'failed' | 'pending' | 'sent' | 'hooks' | 'words'
const VIEWS: readonly View[] = ['failed', 'pending', 'sent', 'hooks', 'words']
const TAG: Readonly<Record<OutboxState, string>> = { failed: 'stop', pending: 'wait', sent: 'live', discarded: '' }

/** What leaves the house and what could not leave it, for operators; and in which words. */
@customElement('xf-outbox-page')
export class OutboxPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tabs { margin-bottom: var(--s3); }
      .tbl td { vertical-align: top; padding-top: 10px; padding-bottom: 10px; line-height: 20px; }
      small { display: block; font: 12px/18px var(--mono); color: var(--ink-2); overflow-wrap: anywhere; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private found: Found | undefined
  private readonly list = new Paged<OutboxItem>(
    this,
    async (after, signal) => {
      this.found = await api.outbox({ ...(this.state && { state: this.state }), ...(after && { after }) }, signal)
      return this.found
    },
    [],
  )

  private get view(): View {
    return VIEWS.find(view => view === this.query.get('view')) ?? 'failed'
  }

  private get state(): OutboxState | undefined {
    return this.view === 'words' || this.view === 'hooks' ? undefined : this.view
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query') && this.state !== undefined) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('outbox.title')} · ${t('common.product')}`
  }

  private readonly settle = async ({ outboxId }: OutboxItem, what: 'retry' | 'discard') => {
    try {
      await (what === 'retry' ? api.retryOutbox(outboxId) : api.discardOutbox(outboxId))
      say({ text: t(what === 'retry' ? 'outbox.retried' : 'outbox.discarded') })
    } catch (error) {
      // A second click, or a colleague's: it says what has become of it, and the list is asked for again.
      const { detail, title } = problemOf(error)
      say({ text: detail ?? title ?? t('task.failedTitle') })
    }
    await this.list.resource.refresh()
  }

  private async retryAll(): Promise<void> {
    try {
      say({ text: t('outbox.retriedAll', { n: await api.retryAllOutbox() }) })
    } catch (error) {
      const { detail, title } = problemOf(error)
      say({ text: detail ?? title ?? t('task.failedTitle') })
    }
    await this.list.resource.refresh()
  }

  protected override render(): TemplateResult {
    const words = {
      failed: t('outbox.failed'),
      pending: t('outbox.pending'),
      sent: t('outbox.sent'),
      hooks: t('outbox.hooks'),
      words: t('outbox.words'),
    }
    const counts = {
      failed: this.found?.failed,
      pending: this.found?.pending,
      sent: undefined,
      hooks: undefined,
      words: undefined,
    }
    const tabs = VIEWS.map(id => ({ id, word: words[id], count: counts[id] }))
    return html`<div class="page">
      <header><h1>${t('outbox.title')}</h1><p>${t('outbox.text')}</p></header>
      ${tabList(t('outbox.views'), tabs, this.view, id => navigate(withQuery({ view: id === 'failed' ? undefined : id })))}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.view}">
        ${
          this.state === undefined
            ? html`${this.view === 'hooks' ? html`<xf-webhooks></xf-webhooks>` : html`<xf-wordings></xf-wordings>`}`
            : this.list.resource.render(
                ({ items }) =>
                  html`${this.renderChannels()}${items.length === 0 ? this.renderEmpty() : this.renderTable(items)}`,
              )
        }
      </div>
    </div>`
  }

  private renderChannels(): TemplateResult {
    const channels = this.found?.channels ?? []
    const list = channels.map(channel => t(`outbox.channel.${channel}`)).join('、')
    return html`<p class="sub small">${channels.length === 0 ? t('outbox.none') : t('outbox.channels', { list })}</p>`
  }

  private renderEmpty(): TemplateResult {
    return emptyFace(t(this.view === 'failed' ? 'outbox.emptyFailed' : 'outbox.empty'), t('outbox.emptyText'))
  }

  private renderTable(items: readonly OutboxItem[]): TemplateResult {
    const isFailed = this.view === 'failed' && may(['operate'])
    return html`${isFailed ? html`<div class="tools"><button class="btn" @click=${() => void this.retryAll()}>${t('outbox.retryAll')}</button></div>` : nothing}
      <div class="scroll" data-face="content">
        <table class="tbl stack">
          <thead><tr><th>${t('outbox.what')}</th><th>${t('outbox.to')}</th><th>${t('outbox.state')}</th><th>${t('outbox.at')}</th><th></th></tr></thead>
          <tbody>${items.map(each => this.renderRow(each))}</tbody>
        </table>
      </div>
      ${pager(items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }

  private renderRow(item: OutboxItem): TemplateResult {
    const { outboxId, subject, channel, to, state, isDigest, attempts, nextAt, error, at } = item
    return html`<tr data-outbox=${outboxId}>
      <td class="full">${subject}${error ? html`<small>${error}</small>` : nothing}</td>
      <td class="nb">${to ?? t('outbox.toSystem')} <span class="dim small">${t(`outbox.channel.${channel}`)}</span></td>
      <td><span class="tag ${TAG[state]}">${t(state === 'discarded' ? 'outbox.discarded' : `outbox.${state}`)}</span>
        ${isDigest ? html`<span class="dim small">${t('outbox.digest')}</span>` : nothing}
        ${attempts > 0 ? html`<span class="dim small nb">${t('outbox.tries', { n: attempts })}</span>` : nothing}
        ${nextAt ? html`<span class="dim small nb">${t('outbox.next', { time: dayTime(nextAt) })}</span>` : nothing}</td>
      <td class="sub nb">${shortTime(at)}</td>
      <td class="n nb">${may(['operate']) ? this.renderActs(item) : nothing}</td>
    </tr>`
  }

  private renderActs(item: OutboxItem): TemplateResult {
    const isFailed = item.state === 'failed'
    return html`${isFailed ? html`<button class="btn" @click=${() => void this.settle(item, 'retry')}>${t('outbox.retry')}</button>` : nothing}
      ${isFailed || item.state === 'pending' ? html`<button class="btn quiet" @click=${() => void this.settle(item, 'discard')}>${t('outbox.discard')}</button>` : nothing}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-outbox-page': OutboxPage
  }
}
