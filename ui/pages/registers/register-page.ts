import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { property } from 'lit/decorators.js'
import { listFile } from '../../api-lists.ts'
import type { LiveKind, Page } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { noneFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { tabList } from '../../components/tabs.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import type { RegisterFilter, RegisterTab } from './register-tab.ts'

/** What stands at the head of a page of registers. */
export interface RegisterHead {
  path: string
  title: string
  text: string
  /** What the tabs are, for who does not see them. */
  tabs: string
}

const SEARCH_AFTER_MS = 300

/**
 * A page of one or more registers: each searched, filtered, paged through and taken away as a file. What it is about is said
 * by `head` and `tabs`, which are asked each time it is drawn, so that their words follow the language.
 */
export abstract class RegisterPage extends XfElement {
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
  protected readonly list: Paged<unknown>

  /** @param kinds when records of these arrive, the list is asked again. */
  constructor(kinds: readonly LiveKind[]) {
    super()
    this.list = new Paged<unknown>(
      this,
      (after, signal) => this.load({ ...this.asked, ...(after ? { after } : {}) }, signal),
      kinds,
    )
  }

  protected abstract head(): RegisterHead
  protected abstract tabs(): readonly RegisterTab[]

  private get tab(): RegisterTab {
    const tabs = this.tabs()
    return tabs.find(({ id }) => id === this.query.get('tab')) ?? tabs[0]!
  }

  private get asked(): Record<string, string> {
    const { find, filters = [], fixed = {} } = this.tab.list ?? {}
    const names = [...(find === undefined ? [] : ['q']), ...filters.map(({ name }) => name)]
    const given = names.map(name => [name, this.query.get(name)])
    return { ...fixed, ...(Object.fromEntries(given.filter(([, value]) => value)) as Record<string, string>) }
  }

  /** Searched or filtered by whoever looks. */
  private get isNarrowed(): boolean {
    const { fixed = {} } = this.tab.list ?? {}
    return Object.keys(this.asked).some(name => !(name in fixed))
  }

  private addressOf(tab: string): string {
    const { path } = this.head()
    return tab === this.tabs()[0]?.id ? path : `${path}?tab=${tab}`
  }

  private load(query: Record<string, string>, signal?: AbortSignal): Promise<Page<unknown>> {
    return this.tab.list?.load(query, signal) ?? Promise.resolve({ items: [], page: {} })
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('query')) return
    const { panel } = this.tab
    if (panel) panel.reload()
    else void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${this.head().title} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), SEARCH_AFTER_MS)
  }

  protected override render(): TemplateResult {
    const { title, text, tabs: label } = this.head()
    const { tab } = this
    const tabs = this.tabs()
    const pick = (id: string) => navigate(this.addressOf(id))
    return html`<div class="page">
      <header><h1>${title}</h1><p>${text}</p></header>
      ${tabs.length > 1 ? tabList(label, tabs, tab.id, pick) : nothing}
      <div id="panel" role=${tabs.length > 1 ? 'tabpanel' : nothing} aria-labelledby=${tabs.length > 1 ? `tab-${tab.id}` : nothing}>
        ${this.renderTools(tab)}
        ${tab.panel ? tab.panel.show() : this.list.resource.render(found => this.renderList(tab, found), 8)}
      </div>
    </div>`
  }

  private renderTools({ list }: RegisterTab): TemplateResult | typeof nothing {
    if (!list) return nothing
    const { find, filters = [], file, act } = list
    if (find === undefined && filters.length === 0 && file === undefined && !act) return nothing
    return html`<div class="tools">
      ${find === undefined ? nothing : html`<input class="in" type="search" .value=${this.query.get('q') ?? ''} aria-label=${find} placeholder=${find} @input=${this.type} />`}
      ${filters.map(filter => this.renderFilter(filter))}
      ${file === undefined ? nothing : html`<a class="btn" href=${listFile(file, this.asked)} download>${t('cases.export')}</a>`}
      ${act ? html`<button class="btn primary" type="button" @click=${act.run}>${act.word}</button>` : nothing}
    </div>`
  }

  private renderFilter({ name, label, options }: RegisterFilter): TemplateResult {
    const choose = (event: Event) => navigate(withQuery({ [name]: (event.target as HTMLSelectElement).value }))
    return html`<select class="in" aria-label=${label} @change=${choose}>
      <option value="">${label}</option>
      ${options.map(([id, word]) => html`<option value=${id} ?selected=${this.query.get(name) === id}>${word}</option>`)}
    </select>`
  }

  private renderList({ list }: RegisterTab, { items, page: { totalItems } }: Page<unknown>): TemplateResult {
    if (!list) return html``
    if (items.length === 0) return noneFace(this.isNarrowed, this.addressOf(this.tab.id), list.empty)
    const more = { total: totalItems, hasMore: this.list.hasMore, isBusy: this.list.isBusy }
    return html`<div class="scroll" data-face="content">${list.table(items)}</div>
      ${pager(items.length, more, () => void this.list.more())}`
  }
}
