import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { certificateFile } from '../../api-certificates.ts'
import type { CertificateMatter, CertificateReport, Officer, Page, PublicNotice } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { tabList } from '../../components/tabs.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Paged } from '../../paged.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { t, type WordId } from '../../words/index.ts'
import { matterTable, noticeTable, officerTable, reportTable } from './matter-rows.ts'

const tabs = ['matters', 'officers', 'notices', 'report'] as const
type TabId = (typeof tabs)[number]
const kinds = ['new', 'reissue', 'renew', 'changeInfo', 'cancel', 'suspend', 'withdraw', 'restore']
const outcomes = ['issued', 'rejected', 'waiting', 'cancelled', 'suspended', 'withdrawn', 'restored', 'dismissed']
type Row = CertificateMatter | Officer | PublicNotice

/** What was done about certificates, who holds them, what was made known of them, and the figures of the year. */
@customElement('xf-certificate-matters-page')
export class CertificateMattersPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tabs { margin-bottom: var(--s3); }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly list = new Paged<Row>(
    this,
    (after, signal) => this.load({ ...this.asked, ...(after ? { after } : {}) }, signal),
    [],
  )
  private readonly report = new Resource<CertificateReport>(this, {
    load: signal => api.certificateReport(signal),
    kinds: [],
    lazy: true,
  })

  private get tab(): TabId {
    return tabs.find(each => each === this.query.get('tab')) ?? 'matters'
  }

  private get asked(): Record<string, string> {
    const names = { matters: ['q', 'kind', 'outcome'], officers: ['q'], notices: [], report: [] }[this.tab]
    const asked = names.map(name => [name, this.query.get(name)])
    return Object.fromEntries(asked.filter(([, value]) => value)) as Record<string, string>
  }

  private load(query: Record<string, string>, signal?: AbortSignal): Promise<Page<Row>> {
    if (this.tab === 'officers') return api.officers(query, signal)
    return this.tab === 'notices' ? api.publicNotices(query, signal) : api.certificateMatters(query, signal)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('query')) return
    if (this.tab === 'report') void this.report.reload()
    else void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('matters.title')} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), 300)
  }

  protected override render(): TemplateResult {
    const words = tabs.map(id => ({ id, word: t(`matters.tab.${id}`) }))
    return html`<div class="page">
      <header><h1>${t('matters.title')}</h1><p>${t('matters.text')}</p></header>
      ${tabList(t('matters.tabs'), words, this.tab, id => navigate(`/certificate-matters?tab=${id}`))}
      <div id="panel" role="tabpanel">
        ${this.renderTools()}
        ${this.tab === 'report' ? this.report.render(found => html`<div class="scroll" data-face="content">${reportTable(found)}</div>`, 4) : this.renderList()}
      </div>
    </div>`
  }

  private renderTools(): TemplateResult | typeof nothing {
    const { tab } = this
    if (tab !== 'matters' && tab !== 'officers') return nothing
    const label = t(tab === 'matters' ? 'matters.find' : 'matters.findOfficer')
    return html`<div class="tools">
      <input class="in" type="search" .value=${this.query.get('q') ?? ''} aria-label=${label} placeholder=${label} @input=${this.type} />
      ${tab === 'matters' ? html`${this.renderFilter('kind', t('matters.kind'), kinds)}${this.renderFilter('outcome', t('matters.outcome'), outcomes, ['open', t('matters.open')])}` : nothing}
      <a class="btn" href=${certificateFile(tab, this.asked)} download>${t('people.export')}</a>
    </div>`
  }

  private renderFilter(name: string, label: string, ids: readonly string[], also?: [string, string]): TemplateResult {
    const choose = (event: Event) => navigate(withQuery({ [name]: (event.target as HTMLSelectElement).value }))
    const options: [string, string][] = ids.map(id => [id, t(`matter.${id}` as WordId)])
    return html`<select class="in" aria-label=${label} @change=${choose}>
      <option value="">${label}</option>
      ${[...(also ? [also] : []), ...options].map(([id, word]) => html`<option value=${id} ?selected=${this.query.get(name) === id}>${word}</option>`)}
    </select>`
  }

  private renderList(): unknown {
    return this.list.resource.render(({ items }) => {
      if (items.length === 0) return emptyFace(t('matters.empty'), t('matters.emptyText'))
      return html`<div class="scroll" data-face="content">${this.table(items)}</div>
        ${pager(items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
    }, 8)
  }

  private table(items: readonly Row[]): TemplateResult {
    if (this.tab === 'officers') return officerTable(items as Officer[])
    return this.tab === 'notices' ? noticeTable(items as PublicNotice[]) : matterTable(items as CertificateMatter[])
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-certificate-matters-page': CertificateMattersPage
  }
}
