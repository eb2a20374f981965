import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { registerFile } from '../../api-registers.ts'
import type { CatalogueField, CatalogueRegister, CatalogueRow, CataloguePage as Found } from '../../api-types.ts'
import { dayField, dayNote, dayOfQuery } from '../../components/as-of-day.ts'
import { XfElement } from '../../components/element.ts'
import { noneFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { pager } from '../../components/pager.ts'
import { tabList } from '../../components/tabs.ts'
import { openImport } from '../../dialogs/import/open-import.ts'
import { openRecord } from '../../dialogs/record/open-record.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { mayKeep, mayRead } from './catalogue-keepers.ts'
import { recordFieldsOf, rowOf } from './row-fields.ts'

const registers: readonly CatalogueRegister[] = [
  ...(['enforcement-items', 'empowerment-confirmations', 'duty-lists', 'liaisons'] as const),
  ...(['staff-register', 'training-hours', 'retirement-ages'] as const),
]
/** So many members of a list are shown in a row. */
const MOST_SHOWN = 2

/** The registers of what the office may and must do, one tab each. */
@customElement('xf-catalogue-page')
export class CataloguePage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tabs { margin-bottom: var(--s4); overflow-x: auto; }
      .tbl td { vertical-align: top; padding-top: 10px; padding-bottom: 10px; line-height: 20px; }
      .tbl td.id { white-space: nowrap; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private fields: CatalogueField[] = []
  private readonly list = new Paged<CatalogueRow>(
    this,
    async (after, signal) => {
      const found: Found = await api.catalogue(this.register, { ...this.asked, ...(after ? { after } : {}) }, signal)
      this.fields = found.fields
      return found
    },
    [],
  )

  private get register(): CatalogueRegister {
    return registers.find(each => each === this.query.get('register')) ?? 'enforcement-items'
  }

  private get asked(): { q?: string; org?: string; kind?: string; day?: string } {
    const asked = ['q', 'org', 'kind'].map(name => [name, this.query.get(name)])
    const day = dayOfQuery(this.query)
    return { ...Object.fromEntries(asked.filter(([, value]) => value)), ...(day && { day }) }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t(`catalogue.${this.register}`)} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), 300)
  }

  private readonly add = async () => {
    const { register, fields } = this
    const isDone = await openRecord({
      title: `${t('catalogue.add')} · ${t(`catalogue.${register}`)}`,
      fields: await recordFieldsOf(fields, undefined),
      send: async values => void (await api.addCatalogueRow(register, rowOf(fields, values))),
    })
    if (isDone) await this.list.resource.refresh()
  }

  private readonly importFile = async () => {
    if (await openImport(this.register)) await this.list.resource.refresh()
  }

  protected override render(): TemplateResult {
    const tabs = registers.filter(mayRead).map(id => ({ id, word: t(`catalogue.${id}`) }))
    return html`<div class="page">
      <header>
        <h1>${t('catalogue.title')}</h1><p>${t('catalogue.text')}</p>
        ${mayKeep(this.register) ? html`<button class="btn primary end" @click=${this.add}>${icon('plus')}${t('catalogue.add')}</button>` : nothing}
      </header>
      ${tabList(t('catalogue.registers'), tabs, this.register, id => navigate(`/catalogue?register=${id}`))}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.register}">
        ${this.renderTools()} ${dayNote(this.query)}
        ${this.list.resource.render(found => (found.items.length === 0 ? noneFace(Object.keys(this.asked).length > 0, `/catalogue?register=${this.register}`, [t('catalogue.empty'), t('catalogue.emptyText')]) : this.renderTable(found.items)), 8)}
      </div>
    </div>`
  }

  private renderTools(): TemplateResult {
    const kinds = this.fields.find(({ name }) => ['actType', 'listType', 'standing'].includes(name))
    const orgs = ['streets', 'street', 'department'].flatMap(
      wanted => this.fields.find(({ name }) => name === wanted) ?? [],
    )[0]
    return html`<div class="tools">
      <input class="in" type="search" .value=${this.query.get('q') ?? ''} aria-label=${t('catalogue.find')} placeholder=${t('catalogue.find')} @input=${this.type} />
      ${kinds ? this.renderFilter('kind', kinds) : nothing} ${orgs ? this.renderFilter('org', orgs) : nothing}
      ${dayField(this.query)}
      ${mayKeep(this.register) || may(['catalogue', 'administrate', 'audit', 'supervise']) ? html`<a class="btn" href=${registerFile(this.register, dayOfQuery(this.query))} download>${t('people.export')}</a>` : nothing}
      ${mayKeep(this.register) ? html`<button class="btn" @click=${this.importFile}>${t('people.import')}</button>` : nothing}
    </div>`
  }

  private renderFilter(name: 'kind' | 'org', { label, options }: CatalogueField): TemplateResult {
    const choose = (event: Event) => navigate(withQuery({ [name]: (event.target as HTMLSelectElement).value }))
    return html`<select class="in" aria-label=${label} @change=${choose}>
      <option value="">${label}</option>
      ${options.map(({ value, word }) => html`<option value=${value} ?selected=${this.query.get(name) === value}>${word}</option>`)}
    </select>`
  }

  private renderTable(items: readonly CatalogueRow[]): TemplateResult {
    const columns = this.fields.filter(({ isListed, isId }) => isListed && !isId)
    const isNumbered = this.fields.some(({ isId }) => isId)
    return html`<div class="scroll" data-face="content">
        <table class="tbl stack">
          <thead><tr>${isNumbered ? html`<th>${t('catalogue.id')}</th>` : nothing}${columns.map(({ label }) => html`<th>${label}</th>`)}<th>${t('accounts.state')}</th></tr></thead>
          <tbody>${items.map(row => this.renderRow(row, columns, isNumbered))}</tbody>
        </table>
      </div>
      ${pager(items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }

  private renderRow(row: CatalogueRow, columns: readonly CatalogueField[], isNumbered: boolean): TemplateResult {
    const href = `/catalogue/${this.register}/${encodeURIComponent(row.id)}`
    const cells = columns.map(({ name }) => shortList(row.shown[name] ?? []))
    return html`<tr data-row=${row.id}>
      ${isNumbered ? html`<td class="id"><a class="mono" href=${href}>${row.id}</a></td>` : nothing}
      ${cells.map((cell, index) => (index === 0 && !isNumbered ? html`<td><a href=${href}>${cell}</a></td>` : html`<td>${cell}</td>`))}
      <td><span class="tag ${row.isCurrent ? 'live' : 'off'}">${t(row.isCurrent ? 'catalogue.now' : 'catalogue.over')}</span></td>
    </tr>`
  }
}

const shortList = (values: readonly string[]) =>
  values.length > MOST_SHOWN
    ? html`${values.slice(0, MOST_SHOWN).map(value => html`<div>${value}</div>`)}<div class="dim small">${t('catalogue.more', { n: values.length })}</div>`
    : values.map(value => html`<div>${value}</div>`)

declare global {
  interface HTMLElementTagNameMap {
    'xf-catalogue-page': CataloguePage
  }
}
