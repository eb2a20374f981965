import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Instance, UserTask } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { instanceTable } from '../../components/instance-table.ts'
import { lampMark, limitOf } from '../../components/limit.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'

interface Found {
  tasks: readonly UserTask[]
  instances: readonly Instance[]
}

/** What the search field finds: tasks of the person's own views, and cases. */
@customElement('xf-search-page')
export class SearchPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page)]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private readonly found = new Resource<Found>(this, { load: signal => this.ask(signal), lazy: true })

  private get q(): string {
    return this.query.get('q')?.trim() ?? ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query') && this.q) void this.found.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('search.title', { q: this.q })} · ${t('common.product')}`
  }

  private async ask(signal: AbortSignal): Promise<Found> {
    const tasks = may(['work'])
      ? await Promise.all(
          (['assigned', 'claimable'] as const).map(view => api.userTasks({ view, q: this.q, limit: 20 }, signal)),
        )
      : []
    const { items } = await api.instances({ q: this.q, limit: 50 }, signal)
    return { tasks: tasks.flatMap(each => each.items), instances: items }
  }

  protected override render(): TemplateResult {
    if (!this.q) return html`<div class="page">${emptyFace(t('search.blank'), t('search.blankText'))}</div>`
    return html`<div class="page">
      <header><h1>${t('search.title', { q: this.q })}</h1></header>
      ${this.found.render(found => this.renderFound(found))}
    </div>`
  }

  private renderFound({ tasks, instances }: Found): TemplateResult {
    if (tasks.length + instances.length === 0) return emptyFace(t('search.none', { q: this.q }), t('search.noneText'))
    return html`<div data-face="content">
      ${tasks.length > 0 ? html`<div class="part"><h2>${t('search.tasks')}</h2><span class="count">${tasks.length}</span></div>${taskTable(tasks)}` : nothing}
      ${instances.length > 0 ? html`<div class="part"><h2>${t('search.cases')}</h2><span class="count">${instances.length}</span></div>${instanceTable(instances)}` : nothing}
    </div>`
  }
}

const taskTable = (tasks: readonly UserTask[]) => html`<div class="scroll">
  <table class="tbl stack">
    <thead><tr><th>${t('instance.step')}</th><th>${t('instances.caseTitle')}</th><th>${t('instances.caseNo')}</th><th>${t('instances.party')}</th><th>${t('task.due')}</th></tr></thead>
    <tbody>
      ${tasks.map(task => {
        const { lamp, text } = limitOf(task)
        return html`<tr data-task-key=${task.userTaskKey}>
          <td><a href="/tasks/${task.userTaskKey}">${task.name}</a></td>
          <td>${task.caseTitle ?? task.processName}</td>
          <td class="nb">${task.caseNo ?? ''}</td>
          <td>${task.party ?? ''}</td>
          <td><span class="limit" data-l=${lamp}>${lampMark(lamp)}${text}</span></td>
        </tr>`
      })}
    </tbody>
  </table>
</div>`

declare global {
  interface HTMLElementTagNameMap {
    'xf-search-page': SearchPage
  }
}
