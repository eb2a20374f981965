import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ExclusionPolicy, LimitParameter, ProblemDetails } from '../../api-types.ts'
import { citationLink } from '../../components/citation.ts'
import { exclusionRule, extensionRule } from '../../components/limit-rules.ts'
import { amountWords } from '../../components/limit-words.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { longDate, officeNow, shortTime } from '../../office-time.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'
import { amountField, wrongAmount } from './amount-field.ts'
import { type AmountParts, amountOf, partsOf } from './amount-parts.ts'

const CONSEQUENCES = ['warn', 'escalate', 'release', 'forfeit'] as const

/** How the dialog ends: saved, or with the rule of the limit that shall be changed instead. */
export type LimitAnswer = 'saved' | 'extension' | { exclusion: ExclusionPolicy | undefined }

/** Changes a limit of the office from a day on, with the reason; shows what it was, and leads to its rules. */
@customElement('xf-limit-parameter-dialog')
export class LimitParameterDialog extends DialogElement<LimitAnswer> {
  static override styles = [
    DialogElement.styles,
    css`
      .amount { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; }
      .amount > .in { width: auto; }
      .amount > input { flex: 0 1 96px; min-width: 64px; }
      .amount > select { flex: 1 1 160px; }
    `,
  ]

  @property({ attribute: false }) parameter!: LimitParameter
  @state() private parts: AmountParts | undefined
  @state() private wrongLength = ''
  @state() private history: LimitParameter[] = []
  @state() private wrong = ''
  @state() private problem: ProblemDetails | undefined
  @state() private busy = false
  @query('form') private form!: HTMLFormElement

  override connectedCallback(): void {
    super.connectedCallback()
    void this.readHistory()
  }

  private async readHistory(): Promise<void> {
    try {
      this.history = (await api.limitParameter(this.parameter.key)).items
    } catch (error) {
      this.problem = problemOf(error)
    }
  }

  private readonly submit = async (event: Event) => {
    event.preventDefault()
    const data = new FormData(this.form)
    const text = (name: string) => String(data.get(name) ?? '').trim()
    const reason = text('reason')
    const amount = amountOf(this.amount)
    this.wrong = reason ? '' : t('limits.reasonMissing')
    this.wrongLength = wrongAmount(this.amount)
    if (amount === undefined || !reason) return this.focusError()
    this.busy = true
    this.problem = undefined
    try {
      await api.setLimitParameter(this.parameter.key, this.history[0]?.seq ?? this.parameter.seq, {
        amount,
        mode: text('mode') === 'ROLL_FORWARD' ? 'ROLL_FORWARD' : 'STRICT',
        consequence: CONSEQUENCES.find(each => each === text('consequence')) ?? 'warn',
        effectiveFrom: text('effectiveFrom'),
        reason,
        recount: data.has('recount'),
      })
      say({ text: t('limits.saved', { name: this.parameter.name }) })
      this.finish('saved')
    } catch (error) {
      this.show(problemOf(error))
    } finally {
      this.busy = false
    }
  }

  private get amount(): AmountParts {
    return this.parts ?? partsOf(this.parameter.amount)
  }

  private readonly enter = (parts: AmountParts) => {
    this.parts = parts
    if (this.wrongLength) this.wrongLength = wrongAmount(parts)
  }

  /** What the server says of the length stands at the length. */
  private show(problem: ProblemDetails): void {
    const [first, ...others] = problem.errors ?? []
    if (first?.path !== '/amount' || others.length > 0) this.problem = problem
    else this.wrongLength = first.message ?? ''
    this.focusError()
  }

  private focusError(): void {
    void this.updateComplete.then(() => this.form.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }

  protected override renderBox(): TemplateResult {
    return html`<form @submit=${this.submit} novalidate>
      <header><h2 id="title">${t('limits.changeTitle', { name: this.parameter.name })}</h2></header>
      <div>${this.renderFields()} ${this.renderReason()} ${this.renderProblem()} ${this.renderRules()} ${this.renderHistory()}</div>
      <footer>
        <button class="btn" type="button" @click=${() => this.finish()}>${t('common.cancel')}</button>
        <button class="btn primary" ?disabled=${this.busy}>${t('limits.save')}</button>
      </footer>
    </form>`
  }

  private renderFields(): TemplateResult {
    const { amount, mode, consequence } = this.parameter
    const own = partsOf(amount).measure
    const modes = { STRICT: t('limit.strict'), ROLL_FORWARD: t('limit.roll') } as const
    return html`${amountField(this.amount, own, this.wrongLength, this.enter)}
      <div class="field">
        <label class="label" for="mode">${t('limits.mode')}</label>
        <select class="in" id="mode" name="mode">
          ${Object.entries(modes).map(([value, word]) => html`<option value=${value} ?selected=${value === mode}>${word}</option>`)}
        </select>
      </div>
      <div class="field">
        <label class="label" for="consequence">${t('limits.after')}</label>
        <select class="in" id="consequence" name="consequence">
          ${CONSEQUENCES.map(value => html`<option value=${value} ?selected=${value === consequence}>${t(`limit.after.${value}`)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label class="label" for="effectiveFrom">${t('limits.effectiveFrom')}</label>
        <input class="in" id="effectiveFrom" name="effectiveFrom" type="date" .value=${longDate(officeNow()).slice(0, 10)} />
      </div>
      <label class="choice"><input type="checkbox" name="recount" />${t('limits.recount')}</label>`
  }

  private renderReason(): TemplateResult {
    return html`<div class="field">
      <label class="label" for="reason">${t('common.reason')} <span class="must">${t('common.required')}</span></label>
      <input class="in" id="reason" name="reason" required maxlength="500" aria-describedby="reason-err" aria-invalid=${this.wrong ? 'true' : nothing} />
      <div class="err" id="reason-err">${this.wrong}</div>
    </div>`
  }

  private renderProblem(): TemplateResult | typeof nothing {
    if (!this.problem) return nothing
    return this.problem.status === 403
      ? refusalNote(this.problem, 'refusal.title')
      : failureNote(this.problem, t('task.failedTitle'))
  }

  private renderRules(): TemplateResult {
    const { extension, exclusions } = this.parameter
    const act = (word: string, answer: LimitAnswer) =>
      html`<button class="btn quiet" type="button" @click=${() => this.finish(answer)}>${word}</button>`
    const toExtension = act(t('limits.edit'), 'extension')
    return html`<section class="field" aria-label=${t('limits.rules')}>
      <div class="label">${t('limits.rules')}</div>
      <div>${extension ? extensionRule(extension) : t('limits.extensionNone')} ${toExtension}${extension?.basis.map(citationLink)}</div>
      ${exclusions.map(rule => html`<div>${exclusionRule(rule)} ${act(t('limits.edit'), { exclusion: rule })}${rule.basis.map(citationLink)}</div>`)}
      ${act(t('limits.addField'), { exclusion: undefined })}
    </section>`
  }

  private renderHistory(): TemplateResult | typeof nothing {
    if (this.history.length === 0) return nothing
    return html`<section class="field" aria-label=${t('limits.history')}>
      <div class="label">${t('limits.history')}</div>
      ${this.history.map(
        ({ amount, isShipped, changedBy, changedAt, reason }) =>
          html`<div>${amountWords(amount)} <span class="sub">${
            isShipped
              ? t('limits.shipped')
              : t('limits.by', { name: changedBy?.name ?? '', time: shortTime(changedAt), reason: reason ?? '' })
          }</span></div>`,
      )}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-limit-parameter-dialog': LimitParameterDialog
  }
}
