import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LimitReason } from '../api-types.ts'
import { dayTime, shortDate } from '../office-time.ts'
import { t } from '../words/index.ts'
import { citation, verificationMark } from './citation.ts'
import { XfElement } from './element.ts'
import { amountWords } from './limit-words.ts'

/** A limit explains itself: how long, from when, which days do not count, when it ends, what follows, on what basis. */
@customElement('xf-limit-reason')
export class LimitReasonElement extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; width: min(400px, calc(100vw - 56px)); white-space: normal; font-weight: var(--w-text, 400); color: var(--ink); }
      h3 { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); align-items: center; font-size: var(--t-body); }
      .kv { margin-top: var(--s3); }
      .law { margin-top: var(--s3); }
    `,
  ]

  @property({ attribute: false }) reason!: LimitReason

  protected override render(): TemplateResult {
    const { name, amount, marks, basis, consequence, calendarVersion, isProvisional, workdayReading } = this.reason
    return html`<h3>${name} · ${amountWords(amount)} ${marks.map(verificationMark)}</h3>
      <dl class="kv">
        <dt>${t('limit.from')}</dt><dd>${this.renderStart()}</dd>
        <dt>${t('limit.skipped')}</dt><dd>${this.renderSkipped()}</dd>
        <dt>${t('limit.end')}</dt><dd>${this.renderEnd()}</dd>
        ${workdayReading === null ? nothing : html`<dt>${t('limit.inWorkdays')}</dt><dd>${t('limit.inWorkdaysText', { date: dateOf(workdayReading) })}</dd>`}
        ${this.reason.suspendedDate ? html`<dt>${t('limit.paused')}</dt><dd>${t('limit.pausedText', { date: shortDate(this.reason.suspendedDate) })}</dd>` : nothing}
        ${this.renderExtension()}
        <dt>${t('limit.after')}</dt><dd>${t(`limit.after.${consequence}`)}</dd>
        <dt>${t('limit.calendar')}</dt><dd>${t('limit.calendarText', { version: calendarVersion })}</dd>
        ${basis.length === 0 ? html`<dt>${t('limit.basis')}</dt><dd>${t('limit.noBasis')}</dd>` : nothing}
      </dl>
      ${isProvisional ? html`<div class="note warn"><div>${t('limit.provisionalText')}</div></div>` : nothing}
      ${basis.map(citation)}`
  }

  private renderExtension(): TemplateResult | typeof nothing {
    const { extensions, extension } = this.reason
    if (extensions.length === 0 && !extension) return nothing
    return html`<dt>${t('limit.extension')}</dt><dd>${extensions.map(
      ({ amount, reason, date, by }) =>
        html`<div>${t('limit.extendedBy', { amount: amountWords(amount), date: shortDate(date) })} <span class="sub">${[by, reason].filter(Boolean).join(t('limit.comma'))}</span></div>`,
    )}${
      extension && extensions.length < extension.times
        ? html`<div class="sub">${t('limit.mayExtend', { amount: amountWords(extension.amount), n: extension.times, roles: extension.approvers.join(t('limit.or')) })}</div>`
        : nothing
    }</dd>`
  }

  private get isInHours(): boolean {
    return /\d(H|MIN)$/.test(this.reason.amount)
  }

  private renderStart(): string {
    const { start, startDate } = this.reason
    return t(this.isInHours ? 'limit.fromHours' : 'limit.fromText', { event: start, time: dayTime(startDate) })
  }

  private renderSkipped(): TemplateResult | string {
    const { skipped } = this.reason
    if (skipped.length === 0) return t('limit.skippedNone')
    return html`${skipped.map(
      ({ day, why, reason = '' }) =>
        html`<div>${dateOf(day)} <span class="sub">${t(`limit.why.${why}`, { reason })}</span></div>`,
    )}`
  }

  private renderEnd(): string {
    const { mode, lastDay, rolledDay, dueDate } = this.reason
    if (this.isInHours) return dayTime(dueDate)
    const end = t('limit.endDay', { date: dateOf(lastDay) })
    if (mode === 'ROLL_FORWARD') return `${end}${t('limit.comma')}${t('limit.roll')}`
    const strict = rolledDay === lastDay ? t('limit.strict') : t('limit.strictWould', { date: dateOf(rolledDay) })
    return `${end}${t('limit.comma')}${strict}`
  }
}

const dateOf = (day: string): string => shortDate(`${day}T00:00:00+08:00`)

declare global {
  interface HTMLElementTagNameMap {
    'xf-limit-reason': LimitReasonElement
  }
}
