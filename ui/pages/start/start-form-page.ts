import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { FieldError } from '../../../server/forms/index.ts'
import { api } from '../../api.ts'
import type { DefinitionDetail, ProblemDetails } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { withLateReason } from '../../dialogs/late-reason/with-late-reason.ts'
import { navigate } from '../../navigation.ts'
import { problemOf } from '../../problem.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { say } from '../../toast.ts'
import { toldOf } from '../../told-errors.ts'
import { t } from '../../words/index.ts'
import '../form/sheet-form.ts'
import type { SheetForm } from '../form/sheet-form.ts'

/** The beginning of a procedure: its form, and the steps it will take. */
@customElement('xf-start-form-page')
export class StartFormPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; background: var(--sheet); overflow: hidden; }
      .page { overflow: auto; max-width: none; }
      .cols { display: grid; grid-template-columns: minmax(0, 720px) minmax(200px, 280px); gap: var(--s8); }
      .back { margin-left: -8px; }
      .stop { padding: 0 var(--s6) var(--s3); }
      .bar { display: flex; gap: var(--s2); padding: 10px var(--s6); border-top: 1px solid var(--rule); }
      .bar > .btn { min-height: var(--ctl-bar); }
      .steps { --ground: var(--sheet); }
      .cols .part { margin-top: 0; }
      @media (max-width: 900px) { .cols { grid-template-columns: minmax(0, 1fr); } .bar, .stop { padding-left: var(--s4); padding-right: var(--s4); } .bar > .primary { flex: 1; } }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @state() private busy = false
  @state() private verdict: ProblemDetails | undefined
  @state() private errors: readonly FieldError[] = []
  @query('xf-sheet-form') private form!: SheetForm | null
  private readonly definition = new Resource<DefinitionDetail>(this, {
    load: signal => api.definition(this.params.key ?? '', this.ofCase, signal),
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params') || changed.has('query')) void this.definition.reload()
  }

  /** The case from whose page it is started. */
  private get ofCase(): { caseNo?: string } {
    const caseNo = this.query.get('caseNo')
    return caseNo ? { caseNo } : {}
  }

  protected override updated(_changed: PropertyValues): void {
    const name = this.definition.value?.name
    document.title = `${name ? t('start.choose', { name }) : t('start.title')} · ${t('common.product')}`
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const definition = this.definition.value
    if (!definition || this.busy) return
    this.verdict = undefined
    this.errors = []
    this.busy = true
    try {
      if (this.form && !(await this.form.allUploaded())) return
      const checked = this.form?.validate()
      if (checked && !checked.ok) return
      const { processInstanceKey } = await withLateReason(lateReason =>
        api.start(definition.processDefinitionId, checked?.ok ? checked.data : {}, {
          ...this.ofCase,
          ...(lateReason ? { lateReason } : {}),
        }),
      )
      const href = `/instances/${processInstanceKey}`
      say({ text: t('start.done', { name: definition.name }), link: { href, text: t('start.open') } })
      navigate(await firstTask(processInstanceKey))
    } catch (error) {
      const problem = problemOf(error)
      const { errors, note = problem } = toldOf(problem)
      this.verdict = note
      this.errors = errors
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
        ${this.renderBack()}
        ${this.definition.render(definition => this.renderContent(definition))}
      </div>
      ${this.definition.value ? this.renderFoot(this.definition.value) : nothing}`
  }

  private renderBack(): TemplateResult {
    const { caseNo } = this.ofCase
    const href = caseNo === undefined ? '/start' : `/cases/${encodeURIComponent(caseNo)}`
    return html`<a class="btn quiet back" href=${href}>${icon('left')}${caseNo === undefined ? t('start.back') : t('start.backToCase', { caseNo })}</a>`
  }

  private renderContent(definition: DefinitionDetail): TemplateResult {
    return html`<header><h1>${t('start.choose', { name: definition.name })}</h1></header>
      <div class="cols" data-face="content">
        <div>
          ${
            definition.startForm
              ? html`<xf-sheet-form .form=${definition.startForm} .draft=${definition.startValues} .errors=${this.errors}></xf-sheet-form>`
              : html`<p class="sub">${t('start.noForm')}</p>`
          }
        </div>
        <aside class="steps">
          <div class="part"><h2>${t('start.steps')}</h2></div>
          <ol class="line">${definition.userTasks.map(task => html`<li class="next">${task.name}</li>`)}</ol>
        </aside>
      </div>`
  }

  private renderFoot(definition: DefinitionDetail): TemplateResult {
    const { permitted, refusal } = definition.startable
    return html`<div>
      <div class="stop">
        ${permitted || !refusal ? nothing : refusalNote(refusal, 'refusal.title')}
        ${this.verdict ? (this.verdict.status === 403 ? refusalNote(this.verdict, 'refusal.title') : failureNote(this.verdict, t('task.failedTitle'), t('task.failedText'))) : nothing}
      </div>
      <div class="bar">
        <button class="btn primary" aria-disabled=${permitted ? nothing : 'true'} ?disabled=${this.busy} @click=${permitted ? this.submit : null}>
          ${this.busy ? t('start.busy') : t('start.submit')}
        </button>
      </div>
    </div>`
  }
}

/** How long a first step is waited for, ms: what the system does before it takes a moment. */
const PATIENCE = [0, 150, 300, 600, 1_200]

/** Where the first step of a new instance is found: among what can be claimed, open; else among what was started. */
async function firstTask(processInstanceKey: string): Promise<string> {
  const started = '/inbox?view=started'
  try {
    for (const pause of PATIENCE) {
      await new Promise(resolve => setTimeout(resolve, pause))
      const { openTasks, state } = await api.instance(processInstanceKey)
      const [task] = openTasks
      if (task) return `/inbox?view=${task.assignee ? 'assigned' : 'claimable'}&task=${task.userTaskKey}`
      if (state !== 'ACTIVE') break
    }
  } catch {
    // The list of what was started is there in any case.
  }
  return started
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-start-form-page': StartFormPage
  }
}
