import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DraftState, ProcessDraft } from '../api-types.ts'
import { XfElement } from '../components/element.ts'
import { icon } from '../components/icon.ts'
import { clockTime, dayTime, officeNow } from '../office-time.ts'
import { t } from '../words/index.ts'
import type { SavingState } from './draft-session.ts'

const states: readonly DraftState[] = ['draft', 'submitted', 'published']

/** What may be asked for in the head of a draft. */
export type DraftAct = 'trial' | 'submit' | 'publish' | 'return' | 'withdraw' | 'saves'

/** The head of the page: what it is, how far it has come, what can be done with it. Tells `xf-act`. */
@customElement('xf-draft-header')
export class DraftHeader extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      header { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; padding: var(--s3) var(--s6) var(--s3) var(--s4); border-bottom: 1px solid var(--line); }
      h1 { display: flex; flex-wrap: wrap; gap: 0 var(--s2); align-items: center; font-size: var(--t-title); line-height: 24px; }
      p { font-size: var(--t-table); line-height: 20px; color: var(--ink-2); }
      .what { min-width: 0; flex: 1 1 420px; }
      .steps { display: flex; align-items: center; gap: 6px; font-size: var(--t-table); color: var(--ink-3); margin-right: var(--s3); }
      .steps > b { color: var(--ink); border-bottom: 2px solid var(--ink); line-height: 22px; }
      .saving { display: inline-flex; align-items: center; gap: 4px; font-weight: var(--w); font-size: var(--t-label); color: var(--ink-3); border: 0; background: none; padding: 0 4px; min-height: 24px; cursor: pointer; }
      .saving:hover { text-decoration: underline; }
      .saving[data-state="offline"], .saving[data-state="conflict"] { color: var(--red); }
      @media (max-width: 900px) { header { padding: var(--s2) var(--s3); } .steps { margin-right: 0; } }
    `,
  ]

  @property({ attribute: false }) draft!: ProcessDraft
  @property() saving: SavingState = 'saved'
  /** May do something with it at all. */
  @property({ type: Boolean }) isAdministrator = false
  /** Sent it in, and so cannot publish it. */
  @property({ type: Boolean }) isSubmitter = false

  /** What a release proposes is read first against what the office made of it. */
  private renderOrigin(): TemplateResult | string {
    const { id, basedOn, shippedBase } = this.draft
    if (!basedOn) return t('draft.basedOnNothing')
    if (!shippedBase) return t('draft.basedOn', { n: basedOn.version })
    return html`${t('draft.fromRelease', { n: basedOn.version })}<a href="/designer/drafts/${id}/compare">${t('draft.threeSides')}</a> · `
  }

  protected override render(): TemplateResult {
    const { draft } = this
    const version = draft.published?.version ?? (draft.basedOn?.version ?? 0) + 1
    return html`<header>
      <a class="btn quiet icon" href="/designer" aria-label=${t('draft.back')}>${icon('left')}</a>
      <div class="what">
        <h1>${draft.name} <span class="tag">${t('draft.version', { n: version })}</span>${this.renderSaving()}</h1>
        <p>${this.renderOrigin()}${
          draft.newerVersion === null ? nothing : html`<b>${t('draft.newer', { n: draft.newerVersion })}</b>`
        }${t('draft.rule')}</p>
      </div>
      <span class="steps" role="group" aria-label=${t('draft.states')}>${states.map(
        (state, index) =>
          html`${index > 0 ? icon('right') : nothing}${
            state === draft.state
              ? html`<b aria-current="step">${t(`draft.state.${state}`)}</b>`
              : html`<span>${t(`draft.state.${state}`)}</span>`
          }`,
      )}</span>
      ${this.isAdministrator ? this.renderActs() : nothing}
    </header>`
  }

  private renderSaving(): TemplateResult {
    const word =
      this.saving === 'saved' ? t('draft.saved', { time: timeOf(this.draft.savedAt) }) : t(`draft.${this.saving}`)
    return html`<button class="saving" type="button" data-state=${this.saving} title=${t('draft.saves')} @click=${() => this.act('saves')}>
      <span role="status">${this.saving === 'conflict' ? t('draft.notSaved') : word}</span>${icon('down')}
    </button>`
  }

  private renderActs(): TemplateResult {
    const { state } = this.draft
    return html`${this.button('trial', html`${icon('play')}${t('draft.trial')}`)}
      ${
        state === 'draft'
          ? html`${this.button('submit', t('draft.submit'), 'primary')}
            <button class="btn" type="button" aria-disabled="true" title=${t('draft.publishOther')}>${t('draft.publish')}</button>`
          : nothing
      }
      ${
        state === 'submitted'
          ? html`${this.button(this.isSubmitter ? 'withdraw' : 'return', t(this.isSubmitter ? 'draft.withdraw' : 'draft.return'))}
            ${
              this.isSubmitter
                ? html`<button class="btn" type="button" aria-disabled="true" title=${t('draft.publishOther')}>${t('draft.publish')}</button>`
                : this.button('publish', t('draft.publish'), 'primary')
            }`
          : nothing
      }`
  }

  private button(act: DraftAct, content: TemplateResult | string, look = ''): TemplateResult {
    return html`<button class="btn ${look}" type="button" data-act=${act} @click=${() => this.act(act)}>${content}</button>`
  }

  private act(act: DraftAct): void {
    this.tell('xf-act', { act })
  }
}

const timeOf = (instant: string) =>
  officeNow() - Date.parse(instant) < 12 * 3_600_000 ? clockTime(instant) : dayTime(instant)

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-header': DraftHeader
  }
}
