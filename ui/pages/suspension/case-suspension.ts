import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Suspension, Suspensions } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { lampMark } from '../../components/limit.ts'
import { openSuspension } from '../../dialogs/limit-acts/open-limit-acts.ts'
import { dayTime, shortDate } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** That a case stands still, or stood still, and the act of who may suspend or resume it; nothing for anybody else. */
@customElement('xf-case-suspension')
export class CaseSuspension extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; }
      .box { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s3); align-items: center; margin-top: var(--s2); font-size: var(--t-table); line-height: 20px; }
      .over { color: var(--ink-3); }
    `,
  ]

  @property() caseNo = ''
  @state() private known: Suspensions | undefined

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('caseNo') && this.caseNo) void this.ask()
  }

  private async ask(): Promise<void> {
    const { caseNo } = this
    try {
      const known = await api.suspensions(caseNo)
      if (this.caseNo === caseNo) this.known = known
    } catch {
      // Whom the case is closed to has nothing to be told.
      this.known = undefined
    }
  }

  private readonly act = async () => {
    if (!this.known || !(await openSuspension(this.caseNo, this.known))) return
    await this.ask()
    this.tell('xf-changed')
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.known) return nothing
    const { items, isSuspended, canSuspend, canResume } = this.known
    const [current, ...over] = isSuspended ? items : [undefined, ...items]
    const mayAct = canSuspend.permitted || canResume.permitted
    if (items.length === 0 && !mayAct) return nothing
    return html`<div class="box">
        ${current ? this.renderCurrent(current) : nothing}
        ${mayAct ? html`<button class="btn" @click=${this.act}>${t(isSuspended ? 'resume.act' : 'suspend.act')}</button>` : nothing}
      </div>
      ${over.map(each => html`<div class="box over">${this.overText(each as Suspension)}</div>`)}`
  }

  private renderCurrent({ from, groundName, reason, enteredBy, lateReason }: Suspension): TemplateResult {
    return html`<span class="limit" data-l="paused">${lampMark('paused')}<b>${t('suspend.since', { date: shortDate(from), ground: groundName })}</b></span>
      <span>${reason}</span>
      <span class="sub">${t('suspend.by', { name: enteredBy.name })}${lateReason ? html` · ${t('suspend.lateBy', { reason: lateReason })}` : nothing}</span>`
  }

  private overText({ from, to, groundName, resumeReason }: Suspension): string {
    const text = t('suspend.over', { from: shortDate(from), to: dayTime(to ?? from), ground: groundName })
    return [text, resumeReason].filter(Boolean).join(t('limit.comma'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-case-suspension': CaseSuspension
  }
}
