import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TaskAction, TaskDetail } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import '../../components/menu.ts'
import '../requests/request-list.ts'
import { MediaController } from '../../media.ts'
import { clockTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'
import type { SheetAct } from './task-acts.ts'
import type { DraftState } from './task-draft.ts'

/** Buttons in sight on a wide screen; the others are under 更多. */
const IN_SIGHT = 5

/** The fixed bar of a sheet: what the diagram offers, what is greyed and why, and how the draft stands. */
@customElement('xf-task-bar')
export class TaskBar extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; flex: none; }
      .bar { display: flex; align-items: center; gap: var(--s2); padding: 10px var(--s6); border-top: 1px solid var(--rule); background: var(--sheet); }
      .bar > .btn { min-height: var(--ctl-bar); }
      .said { margin-left: auto; font-size: var(--t-label); line-height: 18px; color: var(--ink-3); text-align: right; }
      .menu-list { width: 300px; max-width: calc(100vw - 32px); }
      .menu-list > :not(xf-request-list) { display: grid; width: 100%; padding: 6px var(--s3); border: 0; background: none; text-align: left; color: inherit; font-size: var(--t-table); line-height: 20px; cursor: pointer; }
      .menu-list > *:hover { background: var(--hover); text-decoration: none; }
      .menu-list > [aria-disabled="true"] { color: var(--ink-3); cursor: not-allowed; }
      .menu-list small { font-size: var(--t-label); line-height: 17px; color: var(--ink-3); white-space: normal; }
      .menu-list > hr { height: 1px; padding: 0; margin: var(--s1) 0; background: var(--line); }
      @media (max-width: 900px) { .bar { padding: 10px var(--s4); } .bar > .primary { flex: 1; } .said, .btn > kbd { display: none; } }
      @media print { :host { display: none; } }
    `,
  ]

  @property({ attribute: false }) task!: TaskDetail
  @property({ attribute: false }) draft: DraftState = { kind: 'none' }
  /** An act is on its way. */
  @property({ type: Boolean }) busy = false
  private readonly narrow = new MediaController(this, '(max-width: 900px)')

  /** The first thing that can be done: to claim, else the first action allowed. */
  actFirst(): boolean {
    const action = this.actions.find(each => each.permitted)
    if (!action || this.busy || !this.task.canComplete.permitted) return false
    this.tell('xf-act', action)
    return true
  }

  /** Back to who signed it, or to those who may claim it; either asks for the reason first. */
  giveBack(): boolean {
    const { sheet, canRelease } = this.task
    const isSigned = sheet?.state === 'awaiting-cosign'
    if (this.busy || !(isSigned ? sheet.canSendBack.permitted : canRelease.permitted)) return false
    this.tell('xf-sheet', isSigned ? 'send-back' : 'hand-back')
    return true
  }

  private get actions(): readonly TaskAction[] {
    if (this.task.actions.length > 0) return this.task.actions
    return [{ field: '', value: '', action: '', label: t('task.submit'), ...this.task.canComplete }]
  }

  /** A narrow screen has room for one: the first that can be done. */
  private get inSight(): readonly TaskAction[] {
    if (!this.narrow.matches) return this.actions.slice(0, IN_SIGHT)
    return this.actions.slice(0, 1).map(first => this.actions.find(each => each.permitted) ?? first)
  }

  protected override render(): TemplateResult {
    const { task } = this
    const inSight = this.inSight
    const isSigned = task.sheet?.state === 'awaiting-cosign'
    const canBeClaimed = !task.assignee && (task.canClaim.permitted || task.canClaim.refusal)
    return html`<div class="bar" role="group" aria-label=${t('task.actions')}>
      ${canBeClaimed ? this.renderClaim() : nothing}
      ${isSigned ? this.renderSecond(task) : nothing}
      ${isSigned || (canBeClaimed && this.narrow.matches) ? nothing : inSight.map(action => this.renderAction(action, !canBeClaimed))}
      ${isSigned ? this.renderMore([]) : this.renderMore(canBeClaimed && this.narrow.matches ? this.actions : this.actions.filter(each => !inSight.some(seen => seen.action === each.action)))}
      <span class="said" role="status">${this.renderSaid()}</span>
    </div>`
  }

  private renderClaim(): TemplateResult {
    const { permitted } = this.task.canClaim
    return html`<button class="btn primary" aria-disabled=${permitted ? nothing : 'true'} aria-keyshortcuts="c" ?disabled=${this.busy}
      @click=${() => permitted && this.tell('xf-claim')}>${t('task.claim')} <kbd aria-hidden="true">c</kbd></button>`
  }

  private renderAction(action: TaskAction, mayLead: boolean): TemplateResult {
    const isAllowed = action.permitted && this.task.canComplete.permitted
    const leads = mayLead && isAllowed && action.action === this.actions.find(each => each.permitted)?.action
    const reason = action.refusal?.detail ?? action.refusal?.title
    const point = (detail?: TaskAction) => () => this.tell('xf-point', detail)
    return html`<button class="btn ${leads ? 'primary' : ''}" data-action="${action.field}=${action.value}"
      aria-disabled=${isAllowed ? nothing : 'true'} title=${isAllowed ? nothing : (reason ?? nothing)} ?disabled=${this.busy}
      aria-keyshortcuts=${leads ? 'e' : nothing}
      @click=${() => isAllowed && this.tell('xf-act', action)}
      @pointerenter=${point(action)} @pointerleave=${point()} @focus=${point(action)} @blur=${point()}
    >${action.label}${leads ? html` <kbd aria-hidden="true">e</kbd>` : nothing}</button>`
  }

  private renderMore(rest: readonly TaskAction[]): TemplateResult {
    const { task } = this
    return html`<xf-menu list up bar>
      <span slot="button">${t('task.more')} ${icon('down')}</span>
      <div class="menu-list">
        ${rest.map(action => this.renderMenuAction(action))} ${rest.length > 0 ? html`<hr />` : nothing}
        ${task.canRelease.permitted ? this.renderSheetAct('hand-back', t('hand.back'), t('hand.backText')) : nothing}
        ${task.canReassign.permitted ? this.renderSheetAct('reassign', t('hand.reassign'), t('hand.reassignText')) : nothing}
${this.draft.kind === 'saved' ? html`<button data-close ?disabled=${this.busy} @click=${() => this.tell('xf-drop-draft')}>${t('task.draftDrop')}<small>${t('task.draftDropText')}</small></button>` : nothing}
        <xf-request-list menu .instance=${task.processInstanceKey}></xf-request-list>
        <a data-close href="/tasks/${task.userTaskKey}">${t('task.fullPage')}</a>
        <a data-close href="/instances/${task.processInstanceKey}">${t('task.toInstance')}</a>
        <button data-close @click=${() => window.print()}>${t('task.print')}</button>
      </div>
    </xf-menu>`
  }

  private renderSheetAct(act: SheetAct, word: string, help: string): TemplateResult {
    return html`<button data-close data-act=${act} ?disabled=${this.busy} @click=${() => this.tell('xf-sheet', act)}>${word}<small>${help}</small></button>`
  }

  /** Instead of the diagram's buttons, while a signature waits for the second. */
  private renderSecond({ sheet }: TaskDetail): TemplateResult | typeof nothing {
    if (!sheet) return nothing
    const { canCosign, canSendBack, canWithdraw } = sheet
    const press = (act: SheetAct) => () => this.tell('xf-sheet', act)
    return html`${
      canSendBack.permitted
        ? html`<button class="btn primary" data-act="cosign" aria-disabled=${canCosign.permitted ? nothing : 'true'} ?disabled=${this.busy}
              @click=${() => canCosign.permitted && this.tell('xf-sheet', 'cosign')}>${t('sheet.cosign')}</button>
            <button class="btn" data-act="send-back" ?disabled=${this.busy} @click=${press('send-back')}>${t('sheet.sendBack')}</button>`
        : nothing
    }
    ${canWithdraw.permitted ? html`<button class="btn" data-act="withdraw" ?disabled=${this.busy} @click=${press('withdraw')}>${t('sheet.withdraw')}</button>` : nothing}`
  }

  private renderMenuAction(action: TaskAction): TemplateResult {
    const isAllowed = action.permitted && this.task.canComplete.permitted
    const reason = action.refusal?.detail ?? this.task.canComplete.refusal?.detail
    return html`<button data-close data-action="${action.field}=${action.value}" aria-disabled=${isAllowed ? nothing : 'true'} ?disabled=${this.busy}
      @click=${() => isAllowed && this.tell('xf-act', action)}>${action.label}${!isAllowed && reason ? html`<small>${reason}</small>` : nothing}</button>`
  }

  private renderSaid(): TemplateResult | string {
    if (this.busy) return t('task.sending')
    if (this.task.sheet?.state === 'awaiting-cosign') return t('sheet.awaiting')
    if (!this.task.canComplete.permitted)
      return this.task.canClaim.permitted && !this.task.assignee ? t('task.claimFirst') : ''
    switch (this.draft.kind) {
      case 'saving':
        return t('task.draftSaving')
      case 'saved':
        return html`${t('task.draftSaved', { time: clockTime(this.draft.at) })}<br />${t('task.draftWhere')}`
      case 'failed':
        return t('task.draftFailed')
      case 'conflict':
        return t('task.draftOther')
      default:
        return this.task.form ? t('task.draftNone') : ''
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-task-bar': TaskBar
  }
}
