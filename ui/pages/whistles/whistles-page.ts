import { css, html, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Page, Whistle, WhistleEvaluation } from '../../api-types.ts'
import { whistleFile } from '../../api-whistles.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { tabList } from '../../components/tabs.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { evaluationTable, whistleTable } from './whistle-rows.ts'

const levels = ['normal', 'key', 'emergency'] as const
const directions = ['street2dept', 'dept2street'] as const
const states = ['approving', 'dispatched', 'confirming', 'evaluated', 'closed', 'cancelled'] as const
const asked = {
  whistles: ['q', 'level', 'direction', 'state'],
  evaluations: ['q', 'low'],
} as const
type TabId = keyof typeof asked

/** The registers of whistles and of evaluations, with search, filters and files. */
@customElement('xf-whistles-page')
export class WhistlesPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tabs { margin-bottom: var(--s3); }
      .late { color: var(--seal); }
      .doc { display: inline-block; line-height: 24px; white-space: nowrap; }
      .tbl td { vertical-align: top; padding-top: 10px; padding-bottom: 10px; line-height: 20px; }
      details summary { cursor: pointer; color: var(--accent); line-height: 28px; }
      dl { margin: 0; }
      dl div { display: grid; grid-template-columns: minmax(80px, max-content) 1fr; gap: var(--s2); }
      dd { margin: 0; overflow-wrap: anywhere; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly list = new Paged<Whistle | WhistleEvaluation>(
    this,
    (after, signal) => this.load({ ...this.filter, ...(after ? { after } : {}) }, signal),
    ['process-instance'],
  )

  private get tab(): TabId {
    return this.query.get('tab') === 'evaluations' ? 'evaluations' : 'whistles'
  }

  private get filter(): Record<string, string> {
    const given = asked[this.tab].map(name => [name, this.query.get(name)])
    return Object.fromEntries(given.filter(([, value]) => value)) as Record<string, string>
  }

  private load(query: Record<string, string>, signal?: AbortSignal): Promise<Page<Whistle | WhistleEvaluation>> {
    return this.tab === 'evaluations' ? api.whistleEvaluations(query, signal) : api.whistles(query, signal)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('whistles.title')} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), 300)
  }

  protected override render(): TemplateResult {
    const { tab } = this
    const words = [
      { id: 'whistles', word: t('whistles.tab.whistles') },
      { id: 'evaluations', word: t('whistles.tab.evaluations') },
    ] as const
    return html`<div class="page">
      <header><h1>${t('whistles.title')}</h1><p>${t('whistles.text')}</p></header>
      ${tabList(t('whistles.tabs'), words, tab, id => navigate(id === 'whistles' ? '/whistles' : `/whistles?tab=${id}`))}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${tab}">
        ${this.renderTools()}
        ${this.list.resource.render(found => this.renderList(found), 8)}
      </div>
    </div>`
  }

  private renderTools(): TemplateResult {
    const isWhistles = this.tab === 'whistles'
    const find = t(isWhistles ? 'whistles.find' : 'whistles.findEvaluation')
    return html`<div class="tools">
      <input class="in" type="search" .value=${this.query.get('q') ?? ''} aria-label=${find} placeholder=${find} @input=${this.type} />
      ${
        isWhistles
          ? [
              this.renderFilter('level', t('whistles.level'), levels, id => t(`whistles.level.${id}`)),
              this.renderFilter('direction', t('whistles.direction'), directions, id => t(`whistles.direction.${id}`)),
              this.renderFilter('state', t('whistles.state'), states, id => t(`whistles.state.${id}`)),
            ]
          : this.renderFilter('low', t('whistles.tab.evaluations'), ['true'] as const, () => t('whistles.low'))
      }
      <a class="btn" href=${whistleFile(this.tab, this.filter)} download>${t('cases.export')}</a>
    </div>`
  }

  private renderFilter<Id extends string>(name: string, label: string, ids: readonly Id[], word: (id: Id) => string) {
    const choose = (event: Event) => navigate(withQuery({ [name]: (event.target as HTMLSelectElement).value }))
    return html`<select class="in" aria-label=${label} @change=${choose}>
      <option value="">${label}</option>
      ${ids.map(id => html`<option value=${id} ?selected=${this.query.get(name) === id}>${word(id)}</option>`)}
    </select>`
  }

  private renderList({ items }: Page<Whistle | WhistleEvaluation>): TemplateResult {
    const isWhistles = this.tab === 'whistles'
    if (items.length === 0)
      return isWhistles
        ? emptyFace(t('whistles.empty'), t('whistles.emptyText'))
        : emptyFace(t('whistles.emptyEvaluations'), t('whistles.emptyEvaluationsText'))
    return html`<div class="scroll" data-face="content">
        ${isWhistles ? whistleTable(items as Whistle[]) : evaluationTable(items as WhistleEvaluation[])}
      </div>
      ${pager(items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-whistles-page': WhistlesPage
  }
}
