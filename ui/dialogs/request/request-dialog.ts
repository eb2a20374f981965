import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ProblemDetails, ProcessRequest } from '../../api-types.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** What is asked of an instance: the reason, and somebody where it is about somebody. */
@customElement('xf-request-dialog')
export class RequestDialog extends DialogElement<boolean> {
  @property({ attribute: false }) processInstanceKey = ''
  @property({ attribute: false }) request!: ProcessRequest
  @state() private wrong: { person?: string; body?: string; until?: string; reason?: string } = {}
  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @query('#reason') private reasonField!: HTMLTextAreaElement
  @query('#person') private personField!: HTMLSelectElement | null
  @query('#body') private bodyField!: HTMLSelectElement | null
  @query('#until') private untilField!: HTMLInputElement | null

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const reason = this.reasonField.value.trim()
    const person = this.personField?.value ?? ''
    const body = this.bodyField?.value ?? ''
    const until = this.untilField?.value ?? ''
    const { id, people, bodies, needsUntil } = this.request
    this.wrong = {
      ...(people !== undefined && person === '' && { person: t('request.personMissing') }),
      ...(bodies !== undefined && body === '' && { body: t('request.bodyMissing') }),
      ...(needsUntil && until === '' && { until: t('request.untilMissing') }),
      ...(reason === '' && { reason: t('request.reasonMissing') }),
    }
    if (Object.keys(this.wrong).length > 0) return this.focusWrong()
    const named = { ...(person !== '' && { person }), ...(body !== '' && { body }), ...(until !== '' && { until }) }
    await this.send({ request: id, reason, ...named })
  }

  /** The first field that is wrong. */
  private focusWrong(): void {
    const { person, body, until } = this.wrong
    if (person) this.personField?.focus()
    else if (body) this.bodyField?.focus()
    else if (until) this.untilField?.focus()
    else this.reasonField.focus()
  }

  private async send(asking: Parameters<typeof api.makeRequest>[1]): Promise<void> {
    this.busy = true
    this.problem = undefined
    try {
      await api.makeRequest(this.processInstanceKey, asking)
      say({ text: t('request.sent', { label: this.request.label }) })
      this.finish(true)
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  protected override renderBox(): TemplateResult {
    const { label, people, bodies, needsUntil } = this.request
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${label}</h2></header>
      <div>
        <p class="sub">${t('request.text')}</p>
        ${people ? this.renderPerson(people) : nothing}
        ${bodies ? this.renderBody(bodies) : nothing}
        ${needsUntil ? this.renderUntil() : nothing}
        <div class="field">
          <label class="label" for="reason">${t('common.reason')} <span class="must">${t('common.required')}</span></label>
          <textarea class="in" id="reason" rows="3" required maxlength="1000" aria-describedby="reason-err" aria-invalid=${this.wrong.reason ? 'true' : nothing}></textarea>
          <div class="err" id="reason-err">${this.wrong.reason ?? ''}</div>
        </div>
        ${this.renderProblem()}
      </div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('request.keep')}</button>
        <button class="btn primary" ?disabled=${this.busy}>${label}</button>
      </footer>
    </form>`
  }

  private renderPerson(people: NonNullable<ProcessRequest['people']>): TemplateResult {
    return html`<div class="field">
      <label class="label" for="person">${t('request.person')} <span class="must">${t('common.required')}</span></label>
      <select class="in" id="person" required aria-describedby="person-err" aria-invalid=${this.wrong.person ? 'true' : nothing}>
        <option value="">${t('request.choose')}</option>
        ${people.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select>
      <div class="err" id="person-err">${this.wrong.person ?? (people.length === 0 ? t('request.nobody') : '')}</div>
    </div>`
  }

  private renderBody(bodies: NonNullable<ProcessRequest['bodies']>): TemplateResult {
    return html`<div class="field">
      <label class="label" for="body">${t('request.body')} <span class="must">${t('common.required')}</span></label>
      <select class="in" id="body" required aria-describedby="body-err" aria-invalid=${this.wrong.body ? 'true' : nothing}>
        <option value="">${t('request.choose')}</option>
        ${bodies.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select>
      <div class="err" id="body-err">${this.wrong.body ?? ''}</div>
    </div>`
  }

  private renderUntil(): TemplateResult {
    return html`<div class="field">
      <label class="label" for="until">${t('request.until')} <span class="must">${t('common.required')}</span></label>
      <input class="in" id="until" type="date" required aria-describedby="until-err" aria-invalid=${this.wrong.until ? 'true' : nothing} />
      <div class="err" id="until-err">${this.wrong.until ?? ''}</div>
    </div>`
  }

  private renderProblem(): TemplateResult | typeof nothing {
    if (!this.problem) return nothing
    return this.problem.rule
      ? refusalNote(this.problem, 'refusal.title')
      : failureNote(this.problem, t('request.failed'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-request-dialog': RequestDialog
  }
}
