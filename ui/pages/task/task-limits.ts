import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TaskDetail } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import '../../components/limit-reason.ts'
import { openExclusion, openExtension } from '../../dialogs/limit-acts/open-limit-acts.ts'
import { t } from '../../words/index.ts'

/** Every limit of a task with its reason, and what its reader may do to them. */
@customElement('xf-task-limits')
export class TaskLimits extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      xf-limit-reason + xf-limit-reason { margin-top: var(--s4); padding-top: var(--s3); border-top: 1px solid var(--line); }
      .acts { display: flex; flex-wrap: wrap; gap: var(--s2); margin-top: var(--s3); }
    `,
  ]

  @property({ attribute: false }) task!: TaskDetail

  private readonly extend = async () => {
    if (await openExtension(this.task)) this.tell('xf-limits-changed')
  }

  private readonly exclude = async () => {
    if (await openExclusion(this.task)) this.tell('xf-limits-changed')
  }

  protected override render(): TemplateResult {
    const { limitReasons, canExtend, canExclude } = this.task
    return html`${limitReasons.map(reason => html`<xf-limit-reason .reason=${reason}></xf-limit-reason>`)}
      ${
        canExtend.permitted || canExclude.permitted
          ? html`<div class="acts">
              ${canExtend.permitted ? html`<button class="btn" data-close @click=${this.extend}>${t('extend.act')}</button>` : nothing}
              ${canExclude.permitted ? html`<button class="btn" data-close @click=${this.exclude}>${t('exclude.act')}</button>` : nothing}
            </div>`
          : nothing
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-task-limits': TaskLimits
  }
}
