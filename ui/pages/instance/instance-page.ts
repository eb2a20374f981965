import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Incident, InstanceDetail, JournalEntry } from '../../api-types.ts'
import '../../components/diagram/diagram.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { stateTags } from '../../components/instance-table.ts'
import { pager } from '../../components/pager.ts'
import { tabList } from '../../components/tabs.ts'
import { openCancel } from '../../dialogs/cancel-instance/open-cancel.ts'
import { openResolve } from '../../dialogs/resolve-incident/open-resolve.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { dayTime } from '../../office-time.ts'
import { Paged } from '../../paged.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import { t } from '../../words/index.ts'
import '../suspension/case-suspension.ts'
import { chronicle, incidentsTable, recordsTable, tasksTable, variablesTable } from './instance-facts.ts'
import '../requests/request-list.ts'
import { documentList } from './document-list.ts'
import { procedureLimits } from './instance-limits.ts'
import page from './instance-page.css?inline'
import { pickedElement } from './instance-pick.ts'
import './related.ts'

const tabs = ['records', 'variables', 'tasks', 'events'] as const
type TabId = (typeof tabs)[number]

/** One instance for auditors, operators and those who take part: the path taken, what happened, the facts. */
@customElement('xf-instance-page')
export class InstancePage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page)]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @state() private picked: string | undefined
  private readonly shown: Resource<{ instance: InstanceDetail; xml: string }> = new Resource(this, {
    load: async (signal: AbortSignal) => {
      const instance = await api.instance(this.key, signal)
      return { instance, xml: this.shown.value?.xml ?? (await api.diagram(instance.processDefinitionKey, signal)) }
    },
    kinds: ['process-instance', 'user-task', 'incident'],
    lazy: true,
  })
  private readonly records = new Paged<JournalEntry>(
    this,
    (after, signal) => api.records(this.key, { limit: 200, ...(after ? { after } : {}) }, signal),
    ['process-instance', 'user-task', 'incident'],
  )

  private get key(): string {
    return this.params.key ?? ''
  }

  /** What was chosen in the diagram, else where the instance stands. */
  private pickedIn(instance: InstanceDetail): string | undefined {
    return (
      this.picked ?? instance.openTasks[0]?.elementId ?? instance.elements.find(each => each.state === 'now')?.elementId
    )
  }

  /** Whether the chronicle is that of all related procedures. */
  private get tellsAll(): boolean {
    return this.query.get('chronicle') === 'related'
  }

  private get tab(): TabId {
    return tabs.find(tab => tab === this.query.get('tab')) ?? 'records'
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('params') as PathParams | undefined
    if (!changed.has('params') || before?.key === this.key) return
    this.picked = undefined
    void this.shown.reload()
    void this.records.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    const { value } = this.shown
    const name = value
      ? [value.instance.processName, value.instance.caseNo].filter(Boolean).join(' ')
      : t('instance.title')
    document.title = `${name} · ${t('common.product')}`
  }

  private async askAgain(): Promise<void> {
    await Promise.all([this.shown.refresh(), this.records.resource.refresh()])
  }

  private readonly cancel = async (instance: InstanceDetail) => {
    if (await openCancel(instance)) await this.askAgain()
  }

  private readonly resolve = async (incident: Incident) => {
    if (await openResolve(incident)) await this.askAgain()
  }

  protected override render(): TemplateResult {
    if (!this.shown.value) return html`<div class="page face-only">${this.shown.render(() => html``, 8)}</div>`
    const { instance, xml } = this.shown.value
    return html`<div class="page" data-face="content">
      ${this.renderHeader(instance)}
      <div class="stage">
        <xf-diagram .xml=${xml} .visits=${instance.elements} .flows=${instance.flows} .picked=${this.pickedIn(instance)}
          @xf-pick=${(event: CustomEvent<string | undefined>) => {
            this.picked = event.detail
          }}></xf-diagram>
        <aside class="pick" tabindex="0" aria-label=${t('instance.picked')}>${pickedElement(instance, this.pickedIn(instance))}</aside>
      </div>
      <div class="lower">
        <section class="chron" aria-labelledby="chronicle">
          <h2 id="chronicle">${t('instance.chronicle')}</h2>
          ${instance.related.length > 0 ? html`<xf-related .related=${instance.related} ?told=${this.tellsAll}></xf-related>` : nothing}
          ${documentList(instance.documents)}
          <div class="scroll" tabindex="0" role="region" aria-labelledby="chronicle">${
            this.tellsAll
              ? html`<xf-related-chronicle .key=${this.key}></xf-related-chronicle>`
              : this.records.resource.render(
                  found => html`${chronicle(found.items)}${this.records.hasMore ? this.renderPager(found) : nothing}`,
                )
          }</div>
        </section>
        ${this.renderFacts(instance)}
      </div>
    </div>`
  }

  private renderHeader(instance: InstanceDetail): TemplateResult {
    const open = instance.incidents.filter(each => !each.resolvedDate).length
    return html`<header>
      <div>
        <h1>${instance.processName} ${stateTags({ ...instance, hasIncident: false })}
          ${open > 0 ? html`<span class="tag off">${t('instance.incidents', { n: open })}</span>` : nothing}</h1>
        <div class="meta">
          ${instance.caseTitle ? html`<b>${instance.caseTitle}</b>` : nothing} ${instance.caseNo ? html`<span class="nb">${instance.caseNo}</span>` : nothing}
          ${instance.party ? html`<span>${instance.party}</span>` : nothing}
          <span class="nb">${t('instance.key')} <span class="mono">${instance.processInstanceKey}</span></span>
          <span>${t('instance.version', { n: instance.processDefinitionVersion })}</span>
          <span>${startedText(instance)}</span>
          ${instance.endDate ? html`<span>${t('instance.endedAt', { time: dayTime(instance.endDate) })}</span>` : nothing}
        </div>
        ${instance.caseNo ? html`<xf-case-suspension .caseNo=${instance.caseNo} @xf-changed=${() => void this.askAgain()}></xf-case-suspension>` : nothing}
      </div>
      <div class="acts">
        ${procedureLimits(instance)}
        ${
          instance.state === 'ACTIVE'
            ? html`<xf-request-list .instance=${instance.processInstanceKey} @xf-asked=${() => void this.askAgain()}></xf-request-list>`
            : nothing
        }
        <button class="btn" @click=${() => window.print()}>${icon('print')}${t('instance.print')}</button>
        ${
          may(['operate']) && instance.state === 'ACTIVE'
            ? html`<button class="btn danger" @click=${() => void this.cancel(instance)}>${t('instance.cancel')}</button>`
            : nothing
        }
      </div>
    </header>`
  }

  private renderFacts(instance: InstanceDetail): TemplateResult {
    const counts: Record<TabId, number | undefined> = {
      records: this.records.resource.value?.items.length,
      variables: instance.variables.length,
      tasks: instance.openTasks.length,
      events: instance.incidents.length,
    }
    const list = tabs.map(id => ({ id, word: t(`instance.${id}`), count: counts[id] }))
    return html`<section class="facts">
      ${tabList(t('instance.facts'), list, this.tab, tab => navigate(withQuery({ tab: tab === 'records' ? undefined : tab }), { replace: true }))}
      <div class="scroll" id="panel" role="tabpanel" aria-labelledby="tab-${this.tab}" tabindex="0">${this.renderTab(instance)}</div>
    </section>`
  }

  private renderTab(instance: InstanceDetail): TemplateResult {
    if (this.tab === 'variables') return variablesTable(instance)
    if (this.tab === 'tasks') return tasksTable(instance)
    if (this.tab === 'events')
      return incidentsTable(instance, may(['operate']) ? incident => void this.resolve(incident) : undefined)
    return this.records.resource.render(found => html`${recordsTable(found.items)} ${this.renderPager(found)}`)
  }

  private renderPager({
    items,
    page,
  }: {
    items: readonly JournalEntry[]
    page: { totalItems?: number | undefined }
  }): TemplateResult {
    const { hasMore, isBusy } = this.records
    return pager(items.length, { total: page.totalItems, hasMore, isBusy }, () => void this.records.more())
  }
}

const startedText = (instance: InstanceDetail) =>
  instance.startedBy
    ? t('instance.startedBy', { name: instance.startedBy.name, time: dayTime(instance.startDate) })
    : t('instance.startedAt', { time: dayTime(instance.startDate) })

declare global {
  interface HTMLElementTagNameMap {
    'xf-instance-page': InstancePage
  }
}
