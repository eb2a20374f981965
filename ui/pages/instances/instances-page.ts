import { html, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api, type InstanceQuery } from '../../api.ts'
import type { Instance, Page } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { instanceTable } from '../../components/instance-table.ts'
import { pager } from '../../components/pager.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t, type WordId } from '../../words/index.ts'

const states = ['ACTIVE', 'COMPLETED', 'TERMINATED', 'INCIDENT'] as const

/** Cases and instances, running and finished, that the person may see. The filters are in the address. */
@customElement('xf-instances-page')
export class InstancesPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page)]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly list = new Paged<Instance>(
    this,
    (after, signal) => api.instances({ ...this.asked, limit: 50, ...(after ? { after } : {}) }, signal),
    ['process-instance', 'incident'],
  )

  private get asked(): InstanceQuery {
    const named = (name: string) => this.query.get(name) ?? undefined
    const asked = { state: named('state'), q: named('q'), processDefinitionId: named('procedure') }
    return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('instances.title')} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), 300)
  }

  private readonly choose = (event: Event) => navigate(withQuery({ state: (event.target as HTMLSelectElement).value }))

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header><h1>${t('instances.title')}</h1></header>
      <div class="tools">
        <input class="in" type="search" .value=${this.query.get('q') ?? ''} aria-label=${t('instances.findLabel')} placeholder=${t('instances.find')} @input=${this.type} />
        <select class="in" aria-label=${t('instances.state')} @change=${this.choose}>
          <option value="">${t('common.all')}</option>
          ${states.map(each => html`<option value=${each} ?selected=${this.query.get('state') === each}>${t(`instances.state.${each}`)}</option>`)}
        </select>
      </div>
      ${this.list.resource.render(found => (found.items.length === 0 ? this.renderEmpty() : this.renderTable(found)), 8)}
    </div>`
  }

  private renderTable(found: Page<Instance>): TemplateResult {
    return html`<div data-face="content">
      ${instanceTable(found.items)}
      ${pager(found.items.length, { total: found.page.totalItems, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}
    </div>`
  }

  private renderEmpty(): TemplateResult {
    const isFiltered = Object.keys(this.asked).length > 0
    const [href, word]: [string, WordId] = isFiltered ? ['/instances', 'inbox.clear'] : ['/start', 'inbox.toStart']
    const act = isFiltered || may(['work']) ? html`<a class="btn" href=${href}>${t(word)}</a>` : ''
    return isFiltered
      ? emptyFace(t('instances.none'), t('instances.noneText'), act)
      : emptyFace(t('instances.empty'), t('instances.emptyText'), act)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-instances-page': InstancesPage
  }
}
