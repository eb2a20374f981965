import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { UserTask } from '../api-types.ts'
import { t } from '../words/index.ts'
import { XfElement } from './element.ts'
import { lampMark, limitOf, waited } from './limit.ts'
import { groupTasks, type Line } from './task-groups.ts'
import rows from './task-rows.css?inline'
import { type Window, windowOf } from './window-of.ts'

const HEIGHT = { head: 28, task: 55 } as const
/** Rows below the screen that are left when more is asked for. */
const NEAR = 12

/** A list of tasks of any length: draws what is on the screen, says when its end comes near. */
@customElement('xf-task-rows')
export class TaskRows extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(rows)]

  @property({ attribute: false }) tasks: readonly UserTask[] = []
  /** Key of the task that is open. */
  @property() current: string | undefined
  /** Puts the tasks under headings by what is left of their limits. */
  @property({ type: Boolean }) grouped = false
  @property() label = ''
  /** Shows who holds the task instead of how long it has waited. */
  @property({ type: Boolean }) holders = false
  /** The address a row leads to. */
  @property({ attribute: false }) hrefOf: (task: UserTask) => string = task => `/tasks/${task.userTaskKey}`
  @state() private window: Window = { from: 0, to: 0, above: 0, below: 0 }
  @query('.rows') private box!: HTMLElement
  private lines: readonly Line[] = []
  private tops: number[] = [0]
  private readonly sizes = new ResizeObserver(() => requestAnimationFrame(() => this.look()))

  /** Whether the list stands at its beginning, where new rows disturb nobody. */
  get isAtTop(): boolean {
    return !this.box || this.box.scrollTop < HEIGHT.task
  }

  /** Brings a task's row on the screen. */
  reveal(key: string): void {
    const index = this.lines.findIndex(line => line.kind === 'task' && line.task.userTaskKey === key)
    const top = this.tops[index]
    if (top === undefined || !this.box) return
    const { scrollTop, clientHeight } = this.box
    if (top < scrollTop + HEIGHT.head) this.box.scrollTop = Math.max(0, top - HEIGHT.head)
    else if (top + HEIGHT.task > scrollTop + clientHeight) this.box.scrollTop = top + HEIGHT.task - clientHeight
    this.look()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.sizes.disconnect()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('tasks') && !changed.has('grouped')) return
    this.lines = this.grouped ? groupTasks(this.tasks) : this.tasks.map(task => ({ kind: 'task', task }))
    let top = 0
    this.tops = [0, ...this.lines.map(line => (top += HEIGHT[line.kind]))]
    this.window = windowOf(this.tops, this.box?.scrollTop ?? 0, this.box?.clientHeight || innerHeight)
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.sizes.observe(this.box)
  }

  protected override updated(_changed: PropertyValues): void {
    const [above, below] = this.box.querySelectorAll<HTMLElement>('.space')
    if (above) above.style.height = `${this.window.above}px`
    if (below) below.style.height = `${this.window.below}px`
    if (this.lines.length > 0 && this.window.to >= this.lines.length - NEAR) this.tell('xf-near-end')
  }

  private readonly look = () => {
    const next = windowOf(this.tops, this.box.scrollTop, this.box.clientHeight)
    if (next.from !== this.window.from || next.to !== this.window.to) this.window = next
  }

  protected override render(): TemplateResult {
    const drawn = this.lines.slice(this.window.from, this.window.to)
    return html`<div class="rows" role="group" aria-label=${this.label} @scroll=${this.look}>
      <div class="space"></div>
      ${repeat(drawn, keyOf, line => (line.kind === 'head' ? this.renderHead(line) : this.renderTask(line.task)))}
      <div class="space"></div>
    </div>`
  }

  private renderHead({ word, count }: Extract<Line, { kind: 'head' }>): TemplateResult {
    return html`<h2>${t(word)} <span>${count}</span></h2>`
  }

  private renderTask(task: UserTask): TemplateResult {
    const { lamp, text } = limitOf(task)
    return html`<a href=${this.hrefOf(task)} data-task-key=${task.userTaskKey} data-element=${task.elementId} aria-current=${task.userTaskKey === this.current ? 'true' : nothing}>
      ${lampMark(lamp)}
      <span class="cut"><b>${task.name}</b>${this.renderBarred(task)}${this.renderSignature(task)}${task.caseTitle ?? task.processName}</span>
      <span class="limit" data-l=${lamp}>${text}</span>
      <small><span>${task.caseNo ?? t('inbox.noCase')}</span><span class="cut">${task.party ?? ''}</span><span>${this.lastWord(task)}</span></small>
    </a>`
  }

  private renderBarred({ barred }: UserTask): TemplateResult | typeof nothing {
    if (!barred) return nothing
    return html`<span class="tag stop" data-barred=${barred.rule} title=${barred.detail}>${t('inbox.barred')}<span class="sr">${barred.detail}</span></span>`
  }

  private renderSignature({ signature }: UserTask): TemplateResult | typeof nothing {
    return signature
      ? html`<span class="tag wait" data-signature=${signature.state}>${t(`sheet.mark.${signature.state}`)}</span>`
      : nothing
  }

  private lastWord(task: UserTask): string {
    if (task.state !== 'CREATED') return task.completedBy?.name ?? ''
    if (this.holders && task.awayUntil)
      return `${task.assignee?.name ?? ''} · ${t('task.away', { day: task.awayUntil })}`
    if (this.holders) return task.assignee?.name ?? t('inbox.unassigned')
    return waited(task.creationDate)
  }
}

const keyOf = (line: Line) => (line.kind === 'head' ? line.word : line.task.userTaskKey)

declare global {
  interface HTMLElementTagNameMap {
    'xf-task-rows': TaskRows
  }
}
