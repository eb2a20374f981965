import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { TaskQuery } from '../../api.ts'
import type { TaskView, UserTask } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import '../../components/task-rows.ts'
import type { TaskRows } from '../../components/task-rows.ts'
import { openShortcuts } from '../../dialogs/shortcuts/open-shortcuts.ts'
import { KeysController } from '../../keys.ts'
import { navigate, withQuery } from '../../navigation.ts'
import type { PathParams } from '../../routes.ts'
import { t, type WordId } from '../../words/index.ts'
import '../task/task-sheet.ts'
import type { TaskSheet } from '../task/task-sheet.ts'
import { dueFilters } from './due-filters.ts'
import './inbox-filters.ts'
import inbox from './inbox-page.css?inline'
import { TaskList } from './task-list.ts'

const views: readonly TaskView[] = ['assigned', 'claimable', 'cosign', 'started', 'done', 'team', 'supervised']
/** Views that only some people have anything in. */
const rare: ReadonlySet<TaskView> = new Set<TaskView>(['cosign', 'team', 'supervised'])

const dueNames = ['overdue', 'soon'] as const

/** The inbox: views, list, task. Which of them is open is in the address. */
@customElement('xf-inbox-page')
export class InboxPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(inbox)]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @query('xf-task-rows') private rows!: TaskRows | null
  @query('xf-task-sheet') private sheet!: TaskSheet | null
  private readonly list = new TaskList(
    this,
    () => this.asked,
    () => this.rows !== null && (!this.rows.isAtTop || this.rows.matches(':hover, :focus-within')),
  )

  constructor() {
    super()
    new KeysController(this, {
      next: () => this.move(1),
      previous: () => this.move(-1),
      open: () => this.sheet?.focusTitle() ?? false,
      back: () => this.back(),
    })
  }

  private get view(): TaskView {
    return views.find(view => view === this.query.get('view')) ?? 'assigned'
  }

  private get taskKey(): string | undefined {
    return this.query.get('task') ?? undefined
  }

  private get asked(): TaskQuery {
    const sort = this.query.get('sort') === 'created' ? 'created' : 'due'
    const definition = this.query.get('procedure')
    const q = this.query.get('q')
    const due = dueNames.find(name => name === this.query.get('due'))
    return {
      ...{ view: this.view, sort },
      ...(definition ? { processDefinitionId: definition } : {}),
      ...(q ? { q } : {}),
      ...(due ? { due } : {}),
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('query')) return
    const before = changed.get('query') as URLSearchParams | undefined
    const asked = (from: URLSearchParams | undefined) =>
      ['view', 'sort', 'procedure', 'q', 'due'].map(name => from?.get(name) ?? '').join('\n')
    if (!this.hasUpdated || asked(before) !== asked(this.query)) void this.list.restart()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t(`inbox.${this.view}`)} · ${t('common.product')}`
  }

  private readonly hrefOf = (task: UserTask) => withQuery({ task: task.userTaskKey })

  private move(step: 1 | -1): boolean {
    const { tasks } = this.list
    const at = tasks.findIndex(task => task.userTaskKey === this.taskKey)
    const next = tasks[at < 0 ? (step > 0 ? 0 : tasks.length - 1) : at + step]
    if (!next) return tasks.length > 0
    navigate(this.hrefOf(next), { replace: this.taskKey !== undefined })
    this.rows?.reveal(next.userTaskKey)
    return true
  }

  private back(): boolean {
    if (!this.taskKey) return false
    navigate(withQuery({ task: undefined }))
    return true
  }

  /** After an act the list is asked again; a task that has left it makes room for the next. */
  private readonly onDone = async (event: CustomEvent<{ left: boolean }>) => {
    const at = this.list.tasks.findIndex(task => task.userTaskKey === this.taskKey)
    await this.list.refreshNow()
    if (!event.detail.left) return
    const next = this.list.tasks[Math.min(Math.max(at, 0), this.list.tasks.length - 1)]
    const isWide = matchMedia('(min-width: 901px)').matches
    navigate(withQuery({ task: isWide ? next?.userTaskKey : undefined }), { replace: true })
  }

  protected override render(): TemplateResult {
    return html`<div class="cols ${this.taskKey ? 'deep' : ''}">
      ${this.renderViews()}
      <section class="list" aria-label=${t('inbox.list', { view: t(`inbox.${this.view}`) })}>
        ${this.renderHeader()}
        ${this.list.resource.render(page => (page.items.length === 0 ? this.renderEmpty() : this.renderRows()), 8)}
        ${this.renderKeys()}
      </section>
      ${
        this.taskKey
          ? html`<xf-task-sheet .taskKey=${this.taskKey} back=${withQuery({ task: undefined })} back-word=${t(`inbox.${this.view}`)} @xf-done=${this.onDone}></xf-task-sheet>`
          : html`<div class="blank">${this.list.tasks.length > 0 ? emptyFace(t('inbox.pickTitle'), t('inbox.pickText')) : nothing}</div>`
      }
    </div>`
  }

  private renderViews(): TemplateResult {
    const counts = this.list.resource.value?.counts ?? {}
    return html`<nav class="views" aria-label=${t('inbox.views')}>
      ${views.map(view => {
        const count = counts[view]
        if (rare.has(view) && !count && view !== this.view) return nothing
        const href = view === 'assigned' ? '/inbox' : `/inbox?view=${view}`
        return html`<a href=${href} aria-current=${view === this.view ? 'page' : nothing}>${t(`inbox.${view}`)}${count === undefined ? nothing : html` <span class="count">${count}</span>`}</a>`
      })}
    </nav>`
  }

  private renderHeader(): TemplateResult {
    return html`<header>
      <div>
        <h1>${t(`inbox.${this.view}`)}</h1>
        <span class="count">${this.countText()}</span>
        ${this.view === 'done' || this.view === 'supervised' ? nothing : this.renderOrder()}
      </div>
      <div class="filters">
        <xf-inbox-filters .procedure=${this.query.get('procedure') ?? ''} .q=${this.query.get('q') ?? ''}></xf-inbox-filters>
        ${
          this.list.freshCount > 0
            ? html`<button class="btn fresh" @click=${() => this.list.showFresh()}>${t('inbox.fresh', { n: this.list.freshCount })}</button>`
            : nothing
        }
      </div>
      ${this.view === 'done' ? nothing : dueFilters(this.list.resource.value?.dues, this.query.get('due'))}
    </header>`
  }

  private renderOrder(): TemplateResult {
    const { sort } = this.asked
    const order = t(sort === 'created' ? 'inbox.sortCreated' : 'inbox.sortDue')
    return html`<a class="btn quiet order" href=${withQuery({ sort: sort === 'created' ? undefined : 'created', task: undefined })} aria-label=${t('inbox.sortLabel', { order })}>${icon('sort')}${order}</a>`
  }

  private countText(): string {
    const page = this.list.resource.value?.page
    if (!page) return ''
    const n = page.totalItems ?? this.list.tasks.length
    return t(page.hasMoreTotalItems ? 'inbox.countMore' : 'inbox.count', { n })
  }

  private renderRows(): TemplateResult {
    return html`<xf-task-rows
      data-face="content"
      .tasks=${this.list.tasks}
      .current=${this.taskKey}
      .hrefOf=${this.hrefOf}
      label=${t('inbox.list', { view: t(`inbox.${this.view}`) })}
      ?grouped=${this.asked.sort === 'due' && this.view !== 'done'}
      ?holders=${['started', 'team', 'supervised'].includes(this.view)}
      @xf-near-end=${() => void this.list.more()}
    ></xf-task-rows>`
  }

  private renderEmpty(): TemplateResult {
    if (this.asked.q || this.asked.processDefinitionId || this.asked.due) {
      const clear = html`<a class="btn" href=${withQuery({ q: undefined, procedure: undefined, due: undefined })}>${t('inbox.clear')}</a>`
      return emptyFace(t('inbox.empty.filtered'), t('inbox.empty.filtered.text'), clear)
    }
    // Where nothing is to be claimed either, one begins something.
    const isIdle = this.view === 'assigned' && this.list.resource.value?.counts?.claimable === 0
    const [href, word] = nextOf[isIdle ? 'started' : this.view]
    return emptyFace(
      t(`inbox.empty.${this.view}`),
      t(`inbox.empty.${this.view}.text`),
      html`<a class="btn" href=${href}>${t(word)}</a>`,
    )
  }

  private renderKeys(): TemplateResult {
    const key = (keys: string[], word: WordId) =>
      html`<span>${keys.map(each => html`<kbd>${each}</kbd> `)}${t(word)}</span>`
    return html`<div class="keys" aria-hidden="true">
      ${key(['j', 'k'], 'inbox.keysMove')} ${key(['Enter'], 'inbox.keysOpen')} ${key(['c'], 'inbox.keysClaim')} ${key(['e'], 'inbox.keysAct')} ${key(['r'], 'keys.giveBack')}
      <button tabindex="-1" @click=${() => void openShortcuts()}><kbd>?</kbd> ${t('inbox.keysAll')}</button>
    </div>`
  }
}

const nextOf: Record<TaskView, readonly [href: string, word: WordId]> = {
  assigned: ['/inbox?view=claimable', 'inbox.toClaimable'],
  claimable: ['/inbox', 'inbox.toAssigned'],
  started: ['/start', 'inbox.toStart'],
  done: ['/inbox', 'inbox.toAssigned'],
  cosign: ['/inbox', 'inbox.toAssigned'],
  team: ['/inbox', 'inbox.toAssigned'],
  supervised: ['/instances', 'inbox.toInstances'],
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-inbox-page': InboxPage
  }
}
