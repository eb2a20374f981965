import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api, type TaskQuery } from '../../api.ts'
import type { Named, TaskPage, UserTask } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { limitMark } from '../../components/limit.ts'
import { pager } from '../../components/pager.ts'
import { personMark } from '../../components/person.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { shortDate } from '../../office-time.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { dueFilters } from '../inbox/due-filters.ts'
import '../inbox/inbox-filters.ts'

/** What is open in the organisations that somebody supervises or audits, whoever holds it: to look at, not to work on. */
@customElement('xf-supervised-page')
export class SupervisedPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .asked { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s3); margin-bottom: var(--s3); }
      .asked > select { width: auto; max-width: 100%; }
      .asked > xf-inbox-filters { flex: 1 1 280px; }
      .dues { display: flex; gap: var(--s2); }
      .dues a { text-decoration: none; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private readonly list = new Paged<UserTask, TaskPage>(
    this,
    (after, signal) => api.userTasks(this.asked(after), signal),
    ['user-task'],
  )

  private asked(after: string | undefined): TaskQuery {
    const given = (name: string) => this.query.get(name) || undefined
    const [org, q, procedure, due] = ['org', 'q', 'procedure', 'due'].map(given)
    return {
      view: 'supervised',
      ...(org && { org }),
      ...(q && { q }),
      ...(procedure && { processDefinitionId: procedure }),
      ...((due === 'overdue' || due === 'soon') && { due }),
      ...(after && { after }),
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('supervised.title')} · ${t('common.product')}`
  }

  private readonly choose = (event: Event) => navigate(withQuery({ org: (event.target as HTMLSelectElement).value }))

  protected override render(): TemplateResult {
    const found = this.list.resource.value
    return html`<div class="page">
      <header><h1>${t('supervised.title')}</h1><p>${t('supervised.text')}</p>
        ${may(['audit']) ? html`<a class="btn end" href="/guarded-acts">${t('shell.guardedActs')}</a>` : nothing}</header>
      <div class="asked">
        ${this.renderOrganisations(found?.organisations ?? [])}
        <xf-inbox-filters .procedure=${this.query.get('procedure') ?? ''} .q=${this.query.get('q') ?? ''}></xf-inbox-filters>
        ${dueFilters(found?.dues, this.query.get('due'))}
      </div>
      ${this.list.resource.render(each => (each.items.length === 0 ? this.renderEmpty() : this.renderTable(each)), 8)}
    </div>`
  }

  private renderOrganisations(organisations: readonly Named[]): TemplateResult {
    const chosen = this.query.get('org') ?? ''
    return html`<select class="in" name="org" aria-label=${t('supervised.org')} @change=${this.choose}>
      <option value="" ?selected=${chosen === ''}>${t('supervised.allOrgs')}</option>
      ${organisations.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
    </select>`
  }

  private renderEmpty(): TemplateResult {
    if (['org', 'q', 'procedure', 'due'].every(name => !this.query.get(name)))
      return emptyFace(t('inbox.empty.supervised'), t('inbox.empty.supervised.text'))
    const clear = html`<a class="btn" href="/supervised">${t('inbox.clear')}</a>`
    return emptyFace(t('inbox.empty.filtered'), t('inbox.empty.filtered.text'), clear)
  }

  private renderTable({ items, page: { totalItems } }: TaskPage): TemplateResult {
    const heads = [
      'supervised.task',
      'supervised.case',
      'supervised.org',
      'supervised.holder',
      'supervised.limit',
    ] as const
    return html`<div class="scroll" data-face="content">
        <table class="tbl stack">
          <thead><tr>${heads.map(head => html`<th>${t(head)}</th>`)}</tr></thead>
          <tbody>${items.map(renderRow)}</tbody>
        </table>
      </div>
      ${pager(items.length, { total: totalItems, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }
}

const renderRow = (task: UserTask): TemplateResult => html`<tr data-task=${task.userTaskKey}>
  <td><a href="/tasks/${task.userTaskKey}">${task.name}</a><br /><span class="dim small">${task.processName}</span></td>
  <td>${task.caseNo ?? t('inbox.noCase')}<br /><span class="dim small">${task.caseTitle ?? ''}</span></td>
  <td>${task.org?.name ?? nothing}</td>
  <td>${task.assignee ? personMark(task.assignee.name) : html`<span class="dim">${t('inbox.unassigned')}</span>`}</td>
  <td class="nb">${limitMark(task)}<br /><span class="dim small">${t('supervised.since', { date: shortDate(task.creationDate) })}</span></td>
</tr>`

declare global {
  interface HTMLElementTagNameMap {
    'xf-supervised-page': SupervisedPage
  }
}
