import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { FieldError, Form } from '../../../server/forms/index.ts'
import { api } from '../../api.ts'
import type { ProblemDetails } from '../../api-types.ts'
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

/** 立案: the form of a registration; its rules are told by the server when it is sent. */
@customElement('xf-new-case-page')
export class NewCasePage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; background: var(--sheet); overflow: hidden; }
      .page { overflow: auto; max-width: none; }
      .back { margin-left: -8px; }
      .stop { padding: 0 var(--s6) var(--s3); }
      .bar { display: flex; gap: var(--s2); padding: 10px var(--s6); border-top: 1px solid var(--rule); }
      .bar > .btn { min-height: var(--ctl-bar); }
      @media (max-width: 900px) { .bar, .stop { padding-left: var(--s4); padding-right: var(--s4); } .bar > .primary { flex: 1; } }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @state() private busy = false
  @state() private problem: ProblemDetails | undefined
  @state() private errors: readonly FieldError[] = []
  @query('xf-sheet-form') private form!: SheetForm | null
  private readonly asked = new Resource<Form>(this, { load: signal => api.caseForm('register', undefined, signal) })

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('case.new')} · ${t('common.product')}`
  }

  /** The number of procedures whose case nobody registered. */
  private get takenUp(): string | undefined {
    return this.query.get('caseNo') ?? undefined
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    if (!this.form || this.busy || !(await this.form.allUploaded())) return
    const checked = this.form.validate()
    if (!checked.ok) return
    this.problem = undefined
    this.errors = []
    this.busy = true
    try {
      const { caseNo, earlier } = await withLateReason(lateReason =>
        api.registerCase(checked.data, { lateReason, caseNo: this.takenUp }),
      )
      const text = earlier ? t('case.earlier', earlier) : t('case.registered', { caseNo })
      say({ text })
      navigate(`/cases/${caseNo}`)
    } catch (error) {
      const { errors, note } = toldOf(problemOf(error))
      this.errors = errors
      this.problem = note
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
        <a class="btn quiet back" href="/cases">${icon('left')}${t('case.back')}</a>
        ${this.asked.render(form => this.renderForm(form), 10)}
      </div>
      ${this.asked.value ? this.renderFoot() : nothing}`
  }

  private renderForm(form: Form): TemplateResult {
    return html`<header><h1>${t('case.new')}</h1><p>${this.takenUp ? t('case.takenUpText', { caseNo: this.takenUp }) : t('case.newText')}</p></header>
      <div data-face="content"><xf-sheet-form .form=${form} .errors=${this.errors}></xf-sheet-form></div>`
  }

  private renderFoot(): TemplateResult {
    return html`<div>
      <div class="stop">${this.problem ? (this.problem.status === 403 ? refusalNote(this.problem, 'refusal.title') : failureNote(this.problem, t('case.failed'))) : nothing}</div>
      <div class="bar"><button class="btn primary" ?disabled=${this.busy} @click=${this.submit}>${this.busy ? t('case.busy') : t('case.submit')}</button></div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-new-case-page': NewCasePage
  }
}
