import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { FieldError } from '../../../server/forms/index.ts'
import { api } from '../../api.ts'
import type { ProblemDetails, TaskAction, TaskDetail, Variables } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import type { FormChange } from '../../components/form/xf-form.ts'
import { tabList } from '../../components/tabs.ts'
import { withLateReason } from '../../dialogs/late-reason/with-late-reason.ts'
import { KeysController } from '../../keys.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { problemOf } from '../../problem.ts'
import { Resource } from '../../resource.ts'
import { say } from '../../toast.ts'
import { t, type WordId } from '../../words/index.ts'
import type { SheetForm } from '../form/sheet-form.ts'
import './task-bar.ts'
import { toldOf } from '../../told-errors.ts'
import { choiceIn } from './form-choice.ts'
import { materialsPart } from './materials.ts'
import { asksFirst, type SheetAct, sheetActs } from './task-acts.ts'
import type { TaskBar } from './task-bar.ts'
import { TaskDraft } from './task-draft.ts'
import { basisPart, caseFacts, filesOf, historyPart } from './task-facts.ts'
import { taskHeader } from './task-header.ts'
import { type Choice, nextPart } from './task-next.ts'
import sheet from './task-sheet.css?inline'
import { signatureNote } from './task-signatures.ts'
import { conflictNote, standingNote, verdictNote } from './task-verdict.ts'

const tabs = ['work', 'case', 'materials', 'history', 'diagram', 'basis'] as const
type TabId = (typeof tabs)[number]

/** The work sheet of a task, in the inbox and on its own page: what is known, what to fill in, what can be done. */
@customElement('xf-task-sheet')
export class TaskSheet extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(sheet)]

  @property({ attribute: false }) taskKey = ''
  /** Where back leads, and its word. */
  @property() back = '/inbox'
  @property({ attribute: 'back-word' }) backWord = ''
  /** Is a page of its own. */
  @property({ type: Boolean, reflect: true }) alone = false
  @state() private tab: TabId = 'work'
  @state() private busy: 'sending' | 'asking' | undefined
  @state() private verdict: ProblemDetails | undefined
  @state() private errors: readonly FieldError[] = []
  @state() private pointedAt: TaskAction | undefined
  @state() private answered: Choice | undefined
  @query('xf-sheet-form') private form!: SheetForm | null
  @query('xf-task-bar') private bar!: TaskBar | null
  @query('#title') private heading!: HTMLElement | null
  private readonly draft = new TaskDraft(this)
  private readonly task = new Resource<TaskDetail>(this, {
    load: signal => api.userTask(this.taskKey, signal),
    kinds: ['user-task'],
    lazy: true,
  })

  constructor() {
    super()
    this.addEventListener('xf-limits-changed', () => void this.task.refresh())
    new KeysController(this, {
      claim: () => this.claimByKey(),
      act: () => this.bar?.actFirst() ?? false,
      giveBack: () => this.bar?.giveBack() ?? false,
    })
  }

  /** Moves the focus to the sheet's heading. */
  focusTitle(): boolean {
    this.heading?.focus()
    return this.heading !== null
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('taskKey')) void this.open()
  }

  protected override updated(_changed: PropertyValues): void {
    const { value } = this.task
    if (value && this.alone) document.title = `${value.name} · ${t('common.product')}`
  }

  private async open(): Promise<void> {
    this.verdict = undefined
    this.errors = []
    this.pointedAt = undefined
    this.answered = undefined
    const asked = new URLSearchParams(location.search).get('tab')
    this.tab = tabs.find(tab => tab === asked) ?? 'work'
    await this.task.reload()
    const { value } = this.task
    if (!value || value.userTaskKey !== this.taskKey) return
    this.draft.begin(value.userTaskKey, value.draft)
    const form = await this.loadedForm()
    if (value.userTaskKey === this.taskKey) form?.reset()
  }

  /** The form once its script is there; none if there is nothing to fill in, or whoever opened the sheet has left it meanwhile. */
  private async loadedForm(): Promise<SheetForm | null> {
    if (this.task.value?.form) await import('../form/sheet-form.ts')
    await this.updateComplete
    return this.isConnected ? this.form : null
  }

  private readonly reopen = () => void this.open()
  private readonly asking = () => {
    this.busy = 'asking'
  }

  private readonly pick = (tab: TabId) => {
    this.tab = tab
    navigate(withQuery({ tab: tab === 'work' ? undefined : tab }), { replace: true })
  }

  private claimByKey(): boolean {
    const task = this.task.value
    if (!task || task.assignee || !task.canClaim.permitted) return false
    void this.claim()
    return true
  }

  private readonly claim = () => this.act(api.claim, 'task.claimed', false)

  /** What is done around the task besides completing it, each with its own question. */
  private readonly onSheetAct = async ({ detail }: CustomEvent<SheetAct>) => {
    const task = this.task.value
    if (!task || this.busy) return
    await this.attempt(async () => {
      await this.draft.flush()
      if (asksFirst(detail)) this.asking()
      if (!(await sheetActs[detail](task))) return
      await this.task.refresh()
      this.tell('xf-done', { left: detail !== 'withdraw' })
      if (detail === 'withdraw') await this.open()
    })
  }

  private readonly dropDraft = () =>
    this.attempt(async () => {
      await this.draft.drop()
      await api.dropDraft(this.taskKey)
      await this.open()
    })

  /** Claims or gives back: an act on the holder, without values. */
  private async act(send: (key: string) => Promise<void>, said: WordId, left: boolean): Promise<void> {
    const task = this.task.value
    if (!task || this.busy) return
    await this.attempt(async () => {
      await this.draft.flush()
      await send(task.userTaskKey)
      say({ text: t(said, { name: task.name }) })
      await this.task.refresh()
      this.tell('xf-done', { left })
    })
  }

  private readonly submit = async (event: CustomEvent<TaskAction>) => {
    const task = this.task.value
    if (!task || this.busy) return
    const action = event.detail
    this.tab = 'work'
    const form = await this.loadedForm()
    if (task.form && !form) return
    if (form && !(await this.hasAll(form))) return
    const checked = form?.validate(action.field ? { [action.field]: action.value } : {})
    if (checked && !checked.ok) return
    const values: Variables = checked?.ok ? checked.data : {}
    await this.attempt(async () => {
      await this.draft.drop()
      const send = (lateReason?: string) =>
        api.complete(task.userTaskKey, values, action.action || undefined, lateReason)
      await withLateReason(send, this.asking)
      const said = task.needsTwo ? 'sheet.sent' : action.action ? 'task.sent' : 'task.sentPlain'
      say({
        text: t(said, { name: task.name, action: action.label }),
        link: { href: `/instances/${task.processInstanceKey}`, text: t('task.toInstance') },
      })
      if (task.needsTwo) await this.open()
      this.tell('xf-done', { left: !task.needsTwo })
    })
  }

  /** Files that are on their way belong to what is submitted; meanwhile nothing is pressed twice. */
  private async hasAll(form: SheetForm): Promise<boolean> {
    this.busy = 'sending'
    const isThere = await form.allUploaded()
    this.busy = undefined
    return isThere
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.busy = 'sending'
    this.verdict = undefined
    this.errors = []
    try {
      await act()
    } catch (error) {
      const problem = problemOf(error)
      const { errors, note = problem } = toldOf(problem)
      this.verdict = note
      this.errors = errors
    } finally {
      this.busy = undefined
    }
  }

  private readonly onChange = (event: CustomEvent<FormChange>) => {
    this.draft.change(event.detail.data)
    this.answered = this.task.value && choiceIn(this.task.value, event.detail.data)
    if (this.verdict?.status === 422) this.verdict = undefined
  }

  protected override render(): TemplateResult {
    return this.task.render(task => this.renderTask(task), 8)
  }

  private renderTask(task: TaskDetail): TemplateResult {
    const files = filesOf(task.variables)
    const counts: Partial<Record<TabId, number>> = { materials: files.length, basis: task.basis.length }
    return html`${taskHeader(task, { href: this.back, word: this.backWord }, this.alone)}
      ${tabList(
        t('task.tabs'),
        tabs.map(id => ({ id, word: t(`task.${id}`), count: counts[id] })),
        this.tab,
        this.pick,
      )}
      <div class="body ${this.tab === 'work' ? 'flush' : ''}" id="panel" role="tabpanel" aria-labelledby="tab-${this.tab}" tabindex="0" data-face="content">
        <div class="work" ?hidden=${this.tab !== 'work'}>${this.renderWork(task)}</div>
        ${this.tab === 'work' ? nothing : this.renderTab(task, files)}
      </div>
      <div class="stop">${this.renderNotes(task)}</div>
      ${task.state === 'CREATED' ? this.renderBar(task) : nothing}`
  }

  private renderWork(task: TaskDetail): TemplateResult {
    const isLocked = task.state !== 'CREATED' || !task.canComplete.permitted
    return html`<div>
        ${signatureNote(task)}
        ${
          task.form
            ? html`<xf-sheet-form .form=${task.form} .variables=${task.variables} .draft=${task.draft?.variables} .errors=${this.errors}
              ?readonly=${isLocked} @xf-change=${this.onChange}></xf-sheet-form>`
            : html`<p class="sub">${t(task.canReassign.permitted && !task.canComplete.permitted ? 'hand.superior' : 'task.noForm')}</p>`
        }
      </div>
      <aside class="margin">
        ${task.state === 'CREATED' ? nextPart(task, this.pointedAt ?? this.answered) : nothing}
        ${task.basis.length > 0 ? html`<section><div class="part"><h2>${t('task.basis')}</h2></div>${basisPart(task)}</section>` : nothing}
      </aside>`
  }

  private renderTab(task: TaskDetail, files: ReturnType<typeof filesOf>): TemplateResult {
    if (this.tab === 'case') return caseFacts(task)
    if (this.tab === 'materials') return materialsPart(files)
    if (this.tab === 'history') return historyPart(task)
    if (this.tab === 'basis') return basisPart(task)
    void import('./task-diagram.ts')
    return html`<xf-task-diagram .instanceKey=${task.processInstanceKey} .definitionKey=${task.processDefinitionKey}></xf-task-diagram>`
  }

  private renderNotes(task: TaskDetail): TemplateResult {
    const keep = () => this.form && void this.draft.keepMine(this.form.value)
    return html`${this.draft.state.kind === 'conflict' ? conflictNote(this.reopen, keep) : nothing}
    ${this.verdict ? verdictNote(this.verdict, this.reopen) : standingNote(task)}`
  }

  private renderBar(task: TaskDetail): TemplateResult {
    return html`<xf-task-bar
      .task=${task}
      .draft=${this.draft.state}
      ?busy=${this.busy === 'sending'}
      @xf-act=${this.submit}
      @xf-claim=${this.claim}
      @xf-sheet=${this.onSheetAct}
      @xf-drop-draft=${this.dropDraft}
      @xf-point=${(event: CustomEvent<TaskAction | undefined>) => {
        this.pointedAt = event.detail
      }}
    ></xf-task-bar>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-task-sheet': TaskSheet
  }
}
