import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Incident, ProblemDetails } from '../../api-types.ts'
import { incidentCause } from '../../components/incident-cause.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'
import { parseVariables } from './parse-variables.ts'

/** Resolves an incident: what is changed before it goes on, and why. */
@customElement('xf-resolve-incident-dialog')
export class ResolveIncidentDialog extends DialogElement<boolean> {
  static override styles = [
    DialogElement.styles,
    css`
      dialog.pop { width: min(560px, calc(100vw - 32px)); }
      textarea.mono { font-family: var(--mono); font-size: 12px; }
      .cause { font-size: var(--t-table); }
      .cause small { display: block; font: 12px/18px var(--mono); color: var(--ink-2); overflow-wrap: anywhere; }
    `,
  ]

  @property({ attribute: false }) incident!: Incident
  @state() private wrong = { variables: '', reason: '' }
  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @query('#variables') private variablesField!: HTMLTextAreaElement
  @query('#reason') private reasonField!: HTMLInputElement
  @query('#retries') private retriesField!: HTMLInputElement | null

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const parsed = parseVariables(this.variablesField.value)
    const reason = this.reasonField.value.trim()
    this.wrong = { variables: parsed.ok ? '' : parsed.message, reason: reason ? '' : t('resolve.reasonMissing') }
    if (!parsed.ok) return this.variablesField.focus()
    if (!reason) return this.reasonField.focus()
    this.busy = true
    this.problem = undefined
    const retries = this.retriesField ? Number(this.retriesField.value) : undefined
    try {
      await api.resolve(this.incident.incidentKey, {
        reason,
        ...(parsed.variables ? { variables: parsed.variables } : {}),
        ...(retries ? { retries } : {}),
      })
      say({ text: t('incidents.done') })
      this.finish(true)
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  protected override renderBox(): TemplateResult {
    const { incident } = this
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${t('resolve.title', { name: incident.elementName })}</h2></header>
      <div>
        <p class="cause">${incidentCause(incident)}</p>
        ${this.renderVariables(incident)} ${incident.jobKey ? this.renderRetries() : nothing} ${this.renderReason()}
        ${this.problem ? (this.problem.status === 403 ? refusalNote(this.problem, 'refusal.title') : failureNote(this.problem, t('task.failedTitle'))) : nothing}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class="btn primary" ?disabled=${this.busy}>${t('resolve.submit')}</button>
      </footer>
    </form>`
  }

  private renderVariables(incident: Incident): TemplateResult {
    const present =
      incident.scopeVariables && Object.keys(incident.scopeVariables).length > 0
        ? JSON.stringify(incident.scopeVariables, null, 2)
        : ''
    const { variables } = this.wrong
    return html`<div class="field">
      <label class="label" for="variables">${t('resolve.variables')}</label>
      <textarea class="in mono" id="variables" rows="5" spellcheck="false" aria-describedby="variables-help variables-err" aria-invalid=${variables ? 'true' : nothing}
        placeholder=${'{ }'}></textarea>
      <div class="help" id="variables-help">${t('resolve.variablesHelp')}</div>
      <div class="err" id="variables-err">${variables}</div>
      ${present ? html`<details><summary class="small sub">${t('resolve.present')}</summary><pre class="mono">${present}</pre></details>` : nothing}
    </div>`
  }

  private renderRetries(): TemplateResult {
    return html`<div class="field">
      <label class="label" for="retries">${t('resolve.retries')}</label>
      <input class="in num" id="retries" type="number" min="1" max="20" value="3" aria-describedby="retries-help" />
      <div class="help" id="retries-help">${t('resolve.retriesHelp')}</div>
    </div>`
  }

  private renderReason(): TemplateResult {
    const { reason } = this.wrong
    return html`<div class="field">
      <label class="label" for="reason">${t('common.reason')} <span class="must">${t('common.required')}</span></label>
      <input class="in" id="reason" required maxlength="500" aria-describedby="reason-help reason-err" aria-invalid=${reason ? 'true' : nothing} />
      <div class="help" id="reason-help">${t('resolve.reasonHelp')}</div>
      <div class="err" id="reason-err">${reason}</div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-resolve-incident-dialog': ResolveIncidentDialog
  }
}
