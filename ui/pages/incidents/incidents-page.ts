import { css, html, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Incident, Page, UnmannedTask } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { incidentCause } from '../../components/incident-cause.ts'
import { pager } from '../../components/pager.ts'
import { tabList } from '../../components/tabs.ts'
import { openResolve } from '../../dialogs/resolve-incident/open-resolve.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { shortTime } from '../../office-time.ts'
import { Paged } from '../../paged.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { noneUnmanned, unmannedTable } from './unmanned-tasks.ts'

const VIEWS = ['ACTIVE', 'UNMANNED', 'RESOLVED'] as const
type View = (typeof VIEWS)[number]

import './provisional-limits.ts'

/** Where procedures cannot go on, for operators: cause, place, and the dialog that resolves it. */
@customElement('xf-incidents-page')
export class IncidentsPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tabs { margin-bottom: var(--s3); }
      .tbl td { vertical-align: top; padding-top: 10px; padding-bottom: 10px; line-height: 20px; }
      .cause { max-width: 520px; }
      .cause small { display: block; font: 12px/18px var(--mono); color: var(--ink-2); overflow-wrap: anywhere; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private readonly list = new Paged<Incident>(
    this,
    (after, signal) =>
      api.incidents({ state: this.view === 'RESOLVED' ? 'RESOLVED' : 'ACTIVE', ...(after ? { after } : {}) }, signal),
    ['incident'],
  )

  private readonly unmanned = new Resource<{ items: UnmannedTask[] }>(this, {
    load: signal => api.unmannedTasks(signal),
    kinds: ['user-task'],
  })

  private get view(): View {
    return VIEWS.find(view => view === this.query.get('state')) ?? 'ACTIVE'
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('incidents.title')} · ${t('common.product')}`
  }

  private readonly resolve = async (incident: Incident) => {
    if (await openResolve(incident)) await this.list.resource.refresh()
  }

  protected override render(): TemplateResult {
    const views = [
      { id: 'ACTIVE', word: t('incidents.open') },
      { id: 'UNMANNED', word: t('incidents.unmanned'), count: this.unmanned.value?.items.length },
      { id: 'RESOLVED', word: t('incidents.resolved') },
    ] as const
    return html`<div class="page">
      <header><h1>${t('incidents.title')}</h1><p>${t('incidents.text')}</p></header>
      ${tabList(t('incidents.views'), views, this.view, id => navigate(withQuery({ state: id === 'ACTIVE' ? undefined : id })))}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.view}">
        ${
          this.view === 'UNMANNED'
            ? this.unmanned.render(({ items }) => (items.length === 0 ? noneUnmanned() : unmannedTable(items)))
            : this.list.resource.render(found =>
                found.items.length === 0 ? this.renderEmpty() : this.renderTable(found),
              )
        }
      </div>
      <xf-provisional-limits></xf-provisional-limits>
    </div>`
  }

  private renderEmpty(): TemplateResult {
    return this.view === 'ACTIVE'
      ? emptyFace(t('incidents.empty'), t('incidents.emptyText'))
      : emptyFace(t('incidents.emptyResolved'), t('incidents.emptyResolvedText'))
  }

  private renderTable(found: Page<Incident>): TemplateResult {
    return html`<div class="scroll" data-face="content">
        <table class="tbl stack">
          <thead><tr><th>${t('incidents.where')}</th><th>${t('incidents.cause')}</th><th>${t('incidents.case')}</th><th>${t('incidents.since')}</th><th></th></tr></thead>
          <tbody>${found.items.map(each => this.renderRow(each))}</tbody>
        </table>
      </div>
      ${pager(found.items.length, { total: found.page.totalItems, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }

  private renderRow(incident: Incident): TemplateResult {
    return html`<tr data-incident-key=${incident.incidentKey} data-element=${incident.elementId}>
      <td><b>${incident.elementName}</b><br /><span class="dim small">${incident.processName}</span></td>
      <td class="cause full">${incidentCause(incident)}</td>
      <td class="nb"><a href="/instances/${incident.processInstanceKey}">${incident.caseNo ?? incident.processInstanceKey}</a></td>
      <td class="nb sub">${shortTime(incident.creationDate)}</td>
      <td class="n nb">
        ${
          incident.resolvedDate
            ? html`<span class="dim small">${t('incidents.resolvedAt', { time: shortTime(incident.resolvedDate) })}</span>`
            : html`<button class="btn" @click=${() => void this.resolve(incident)}>${t('incidents.act')}</button>`
        }
      </td>
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-incidents-page': IncidentsPage
  }
}
