import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Instance, ListedCase, Party, UserTask } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { instanceTable } from '../../components/instance-table.ts'
import { lampMark, limitOf } from '../../components/limit.ts'
import { KeysController } from '../../keys.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t, type WordId } from '../../words/index.ts'
import { caseMark } from '../cases/case-marks.ts'
import { type FoundLines, findLines, linesPart } from './found-lines.ts'

interface Found {
  tasks: readonly UserTask[]
  cases: readonly ListedCase[]
  instances: readonly Instance[]
  parties: readonly Party[]
  lines: readonly FoundLines[]
}

/** So many of each kind; who wants more goes to the page of the kind. */
const MOST = 20

/** What the search field finds: tasks of the person's own views, cases, procedures, parties, whistles, transfers, people, laws. */
@customElement('xf-search-page')
export class SearchPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page)]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private readonly found = new Resource<Found>(this, { load: signal => this.ask(signal), lazy: true })

  constructor() {
    super()
    new KeysController(this, {
      next: () => this.step(1),
      previous: () => this.step(-1),
      open: () => this.open(),
    })
  }

  private get q(): string {
    return this.query.get('q')?.trim() ?? ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query') && this.q) void this.found.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('search.title', { q: this.q })} · ${t('common.product')}`
  }

  private get lines(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('tbody a')]
  }

  /** To the line before or after the one that has the focus, across the groups. */
  private step(by: 1 | -1): boolean {
    const { lines } = this
    const at = lines.findIndex(line => line.matches(':focus'))
    const to = lines[at < 0 ? 0 : Math.min(Math.max(at + by, 0), lines.length - 1)]
    to?.focus()
    return to !== undefined
  }

  /** The first that was found; the one that has the focus opens by itself. */
  private open(): boolean {
    const [first] = this.lines
    first?.click()
    return first !== undefined
  }

  private async ask(signal: AbortSignal): Promise<Found> {
    const tasks = may(['work'])
      ? await Promise.all(
          (['assigned', 'claimable'] as const).map(view => api.userTasks({ view, q: this.q, limit: MOST }, signal)),
        )
      : []
    const isReader = may(['work', 'audit', 'supervise'])
    const [instances, cases, parties, lines] = await Promise.all([
      api.instances({ q: this.q, limit: 50 }, signal),
      isReader ? api.cases({ q: this.q }, signal) : undefined,
      isReader ? api.parties({ q: this.q }, signal) : undefined,
      findLines(this.q, MOST, signal),
    ])
    return {
      tasks: tasks.flatMap(each => each.items),
      cases: cases?.items.slice(0, MOST) ?? [],
      instances: instances.items,
      parties: parties?.items.slice(0, MOST) ?? [],
      lines,
    }
  }

  protected override render(): TemplateResult {
    if (!this.q) return html`<div class="page">${emptyFace(t('search.blank'), t('search.blankText'))}</div>`
    return html`<div class="page">
      <header><h1>${t('search.title', { q: this.q })}</h1></header>
      ${this.found.render(found => this.renderFound(found))}
    </div>`
  }

  private renderFound({ tasks, cases, instances, parties, lines }: Found): TemplateResult {
    if (tasks.length + cases.length + instances.length + parties.length + lines.length === 0)
      return emptyFace(t('search.none', { q: this.q }), t('search.noneText'))
    return html`<div data-face="content">
      ${part('search.tasks', tasks, taskTable)} ${part('search.cases', cases, caseTable)}
      ${part('search.procedures', instances, instanceTable)} ${part('search.parties', parties, partyTable)} ${lines.map(linesPart)}
    </div>`
  }
}

const part = <T>(word: WordId, found: readonly T[], table: (found: readonly T[]) => TemplateResult) =>
  found.length === 0
    ? nothing
    : html`<div class="part"><h2>${t(word)}</h2><span class="count">${found.length}</span></div>${table(found)}`

const caseTable = (cases: readonly ListedCase[]) => html`<div class="scroll">
  <table class="tbl stack">
    <thead><tr><th>${t('cases.caseNo')}</th><th>${t('cases.subject')}</th><th>${t('cases.party')}</th><th>${t('cases.state')}</th></tr></thead>
    <tbody>
      ${cases.map(
        each => html`<tr data-case=${each.caseNo}>
          <td class="mono nb"><a href="/cases/${each.caseNo}">${each.caseNo}</a></td>
          <td class="full">${each.title}</td>
          <td>${each.partyName ?? ''}</td>
          <td>${caseMark(each)}</td>
        </tr>`,
      )}
    </tbody>
  </table>
</div>`

const partyTable = (parties: readonly Party[]) => html`<div class="scroll">
  <table class="tbl stack">
    <thead><tr><th>${t('parties.name')}</th><th>${t('parties.type')}</th></tr></thead>
    <tbody>
      ${parties.map(
        each => html`<tr data-party=${each.partyId}>
          <td><a href="/parties/${each.partyId}">${each.tradeName ?? each.partyName}</a></td>
          <td>${each.partyType.label}</td>
        </tr>`,
      )}
    </tbody>
  </table>
</div>`

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
