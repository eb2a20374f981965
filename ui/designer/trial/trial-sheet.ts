import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { FieldError, Form } from '../../../server/forms/index.ts'
import type { RehearsalStep, StepAnswer } from '../../answers/rehearsals.ts'
import { rehearsals } from '../../api-rehearsals.ts'
import type { ProblemDetails, TaskAction, Variables } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { loadingFace } from '../../components/faces.ts'
import { refusalNote } from '../../components/refusal.ts'
import '../../pages/form/sheet-form.ts'
import type { SheetForm } from '../../pages/form/sheet-form.ts'
import { problemOf } from '../../problem.ts'
import { toldOf } from '../../told-errors.ts'
import { t } from '../../words/index.ts'

/** What somebody who is played has before him: a task, or a procedure to start. */
export interface Desk {
  personId: string
  personName: string
  roles: string
  /** Absent: the procedure is started. */
  task?: { userTaskKey: string; elementId: string; name: string }
}

interface Sheet {
  form: Form | null
  variables: Variables
  actions: readonly TaskAction[]
}

const JUST_SUBMIT: readonly TaskAction[] = []

/** The sheet of somebody who is played in a trial: his form, his buttons, and what he is told. Tells `xf-step` with each answer. */
@customElement('xf-trial-sheet')
export class TrialSheet extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; padding: var(--s4); }
      h2 { margin: 0 0 var(--s3); padding-right: 40px; font-size: var(--t-body); }
      h2 small { color: var(--ink-3); font-weight: normal; font-size: var(--t-label); }
      .acts { display: flex; flex-wrap: wrap; gap: var(--s2); margin-top: var(--s3); }
    `,
  ]

  @property() trialId = ''
  /** UTC ms of the trial's clock. */
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) desk!: Desk
  @state() private sheet: Sheet | undefined
  @state() private refusal: ProblemDetails | undefined
  @state() private errors: readonly FieldError[] = []
  @state() private busy = false
  @query('xf-sheet-form') private form!: SheetForm | null

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk')) void this.fetch()
  }

  private async fetch(): Promise<void> {
    const { desk, trialId } = this
    this.sheet = undefined
    this.refusal = undefined
    this.errors = []
    try {
      const sheet = await sheetOf(trialId, desk)
      if (desk === this.desk) this.sheet = sheet
    } catch (error) {
      if (desk === this.desk) this.refusal = problemOf(error)
    }
  }

  private readonly upload = (file: File) => rehearsals.sample(this.trialId, this.desk.personId, file.name)

  private async submit(action: TaskAction | undefined): Promise<void> {
    const { form, desk } = this
    if (this.busy || (form && !(await form.allUploaded()))) return
    const checked = form?.validate(action?.field ? { [action.field]: action.value } : {})
    if (checked && !checked.ok) return
    await this.perform(stepOf(desk, checked?.ok ? checked.data : {}, action))
  }

  private async perform(step: RehearsalStep): Promise<void> {
    this.busy = true
    try {
      const answer = await rehearsals.perform(this.trialId, step)
      this.hear(answer)
      this.tell('xf-step', answer)
    } catch (error) {
      this.refusal = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  private hear({ refusal }: StepAnswer): void {
    const told = refusal ? toldOf({ status: 403, ...refusal }) : undefined
    this.errors = told?.errors ?? []
    this.refusal = told?.note
  }

  protected override render(): TemplateResult {
    const { desk, sheet } = this
    return html`<h2>${desk.task?.name ?? t('trial.start')} <small>${t('trial.asWhom', { name: desk.personName, roles: desk.roles })}</small></h2>
      ${this.refusal ? refusalNote(this.refusal, 'refusal.title') : nothing}
      ${sheet ? this.renderSheet(sheet) : this.refusal ? nothing : loadingFace(3)}`
  }

  private renderSheet({ form, variables, actions }: Sheet): TemplateResult {
    return html`${
      form
        ? html`<xf-sheet-form .form=${form} .variables=${variables} .errors=${this.errors} .upload=${this.upload} .now=${this.now}></xf-sheet-form>`
        : html`<p class="dim">${t('trial.noForm')}</p>`
    }
      ${form && takesFiles(form) ? html`<p class="dim">${t('trial.fileNote')}</p>` : nothing}
      <div class="acts" role="group" aria-label=${t('trial.do')}>${
        actions.length === 0
          ? html`<button class="btn primary" type="button" ?disabled=${this.busy} @click=${() => this.submit(undefined)}>${t(this.desk.task ? 'trial.submit' : 'trial.start')}</button>`
          : actions.map(action => this.renderAction(action))
      }</div>`
  }

  private renderAction(action: TaskAction): TemplateResult {
    return html`<button class="btn" type="button" data-action="${action.field}=${action.value}" ?disabled=${this.busy}
      @click=${() => this.submit(action)}>${action.label}</button>`
  }
}

/** Whether it has a field for files anywhere. */
const takesFiles = (form: Form): boolean => JSON.stringify(form).includes('"filepicker"')

async function sheetOf(trialId: string, { task, personId }: Desk): Promise<Sheet> {
  if (task) {
    const { form, variables, actions } = await rehearsals.task(trialId, task.userTaskKey, personId)
    return { form, variables, actions }
  }
  const { startForm, startValues } = await rehearsals.start(trialId, personId)
  return { form: startForm, variables: startValues, actions: JUST_SUBMIT }
}

function stepOf({ task, personId: by }: Desk, values: Variables, action: TaskAction | undefined): RehearsalStep {
  if (!task) return { do: 'start', by, values }
  return { do: 'complete', task: task.elementId, by, values, ...(action?.action && { action: action.action }) }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-trial-sheet': TrialSheet
  }
}
