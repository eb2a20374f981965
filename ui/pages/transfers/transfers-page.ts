import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { cooperationFile } from '../../api-cooperation.ts'
import type { Dispute, Page, Transfer } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { tabList } from '../../components/tabs.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { disputeTable, transferTable } from './cooperation-rows.ts'

const outcomes = {
  transfers: ['running', 'accepted', 'returned', 'own-handled', 'disputed'],
  disputes: ['running', 'negotiated', 'coordinated', 'designated', 'withdrawn'],
} as const
const kinds = ['jurisdiction', 'duty', 'lawApplication', 'assistance'] as const
const asked = {
  transfers: ['q', 'outcome'],
  disputes: ['q', 'outcome', 'kind'],
} as const
type TabId = keyof typeof asked

/** The registers of transfers and of disputes, with search, filters and files. */
@customElement('xf-transfers-page')
export class TransfersPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tabs { margin-bottom: var(--s3); }
      .doc { display: inline-block; line-height: 24px; white-space: nowrap; }
      .tbl td { vertical-align: top; padding-top: 10px; padding-bottom: 10px; line-height: 20px; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly list = new Paged<Transfer | Dispute>(
    this,
    (after, signal) => this.load({ ...this.filter, ...(after ? { after } : {}) }, signal),
    ['process-instance'],
  )

  private get tab(): TabId {
    return this.query.get('tab') === 'disputes' ? 'disputes' : 'transfers'
  }

  private get filter(): Record<string, string> {
    const given = asked[this.tab].map(name => [name, this.query.get(name)])
    return Object.fromEntries(given.filter(([, value]) => value)) as Record<string, string>
  }

  private load(query: Record<string, string>, signal?: AbortSignal): Promise<Page<Transfer | Dispute>> {
    return this.tab === 'disputes' ? api.disputes(query, signal) : api.transfers(query, signal)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('transfers.title')} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), 300)
  }

  protected override render(): TemplateResult {
    const { tab } = this
    const words = [
      { id: 'transfers', word: t('transfers.tab.transfers') },
      { id: 'disputes', word: t('transfers.tab.disputes') },
    ] as const
    return html`<div class="page">
      <header><h1>${t('transfers.title')}</h1><p>${t('transfers.text')}</p></header>
      ${tabList(t('transfers.tabs'), words, tab, id => navigate(id === 'transfers' ? '/transfers' : `/transfers?tab=${id}`))}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${tab}">
        ${this.renderTools()}
        ${this.list.resource.render(found => this.renderList(found), 8)}
      </div>
    </div>`
  }

  private renderTools(): TemplateResult {
    const find = t('transfers.find')
    const { tab } = this
    return html`<div class="tools">
      <input class="in" type="search" .value=${this.query.get('q') ?? ''} aria-label=${find} placeholder=${find} @input=${this.type} />
      ${this.renderFilter('outcome', t('transfers.outcome'), outcomes[tab], id => t(`transfers.outcome.${id}`))}
      ${tab === 'disputes' ? this.renderFilter('kind', t('transfers.kind'), kinds, id => t(`transfers.kind.${id}`)) : nothing}
      <a class="btn" href=${cooperationFile(tab, this.filter)} download>${t('cases.export')}</a>
    </div>`
  }

  private renderFilter<Id extends string>(name: string, label: string, ids: readonly Id[], word: (id: Id) => string) {
    const choose = (event: Event) => navigate(withQuery({ [name]: (event.target as HTMLSelectElement).value }))
    return html`<select class="in" aria-label=${label} @change=${choose}>
      <option value="">${label}</option>
      ${ids.map(id => html`<option value=${id} ?selected=${this.query.get(name) === id}>${word(id)}</option>`)}
    </select>`
  }

  private renderList({ items }: Page<Transfer | Dispute>): TemplateResult {
    const isTransfers = this.tab === 'transfers'
    if (items.length === 0)
      return isTransfers
        ? emptyFace(t('transfers.empty'), t('transfers.emptyText'))
        : emptyFace(t('disputes.empty'), t('disputes.emptyText'))
    return html`<div class="scroll" data-face="content">
        ${isTransfers ? transferTable(items as Transfer[]) : disputeTable(items as Dispute[])}
      </div>
      ${pager(items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-transfers-page': TransfersPage
  }
}
