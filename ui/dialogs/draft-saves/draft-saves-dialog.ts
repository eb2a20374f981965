import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { processDrafts } from '../../api-process-drafts.ts'
import type { DraftSave, ProcessDraft } from '../../api-types.ts'
import { dayTime } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

/** The saves of a draft, the newest first, and the way back to one. */
@customElement('xf-draft-saves-dialog')
export class DraftSavesDialog extends DialogElement<ProcessDraft> {
  static override styles = [
    DialogElement.styles,
    css`
      ol { max-height: 50dvh; overflow: auto; margin-top: var(--s2); }
      li { display: flex; align-items: center; gap: var(--s3); padding: var(--s2) 0; border-bottom: 1px solid var(--line); }
      li > span { flex: 1; min-width: 0; }
    `,
  ]

  @property({ attribute: false }) draft!: ProcessDraft
  private readonly saves = new Resource<readonly DraftSave[]>(this, {
    load: async signal => (await processDrafts.saves(this.draft.id, signal)).items,
  })

  private readonly restore = async ({ revision, savedAt }: DraftSave) => {
    const draft = await processDrafts.restore(this.draft.id, revision)
    say({ text: t('draft.restored', { time: dayTime(savedAt) }) })
    this.finish(draft)
  }

  protected override renderBox(): TemplateResult {
    return html`<header><h2 id="title">${t('draft.saves')}</h2></header>
      <form method="dialog"><div>
        <p class="sub">${t('draft.savesText')}</p>
        ${this.saves.render(items => html`<ol tabindex="0">${items.map(each => this.renderSave(each))}</ol>`, 3)}
      </div>
      <footer><button class="btn primary" type="button" @click=${() => this.finish()}>${t('common.close')}</button></footer></form>`
  }

  private renderSave(save: DraftSave): TemplateResult {
    const canRestore = this.draft.state === 'draft' && this.draft.isMine && save.revision !== this.draft.revision
    return html`<li>
      <span>${dayTime(save.savedAt)} ${save.savedBy.name}<br /><small class="dim mono">${save.changed.join(' ')}</small></span>
      ${canRestore ? html`<button class="btn" type="button" @click=${() => this.restore(save)}>${t('draft.restoreSave')}</button>` : nothing}
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-saves-dialog': DraftSavesDialog
  }
}
