import { css, html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Change } from '../../../server/prose/index.ts'
import { definitionFiles } from '../../api-definition-files.ts'
import type { BundleFile, ProcessDraft } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { t } from '../../words/index.ts'
import { changeList, changeListStyles } from './change-list.ts'
import { changesBetween } from './changes-between.ts'
import { mergeList, mergeListStyles } from './merge-list.ts'
import { type Merge, mergeOf } from './merge-of.ts'

/** What a draft changes against the version it was begun from. Tells `xf-pick`, and `xf-count` for its tab. */
@customElement('xf-draft-changes')
export class ChangesPanel extends XfElement {
  static override styles = [
    XfElement.styles,
    changeListStyles,
    mergeListStyles,
    css`
      :host { display: block; overflow: auto; }
      :host([hidden]) { display: none; }
      p { display: flex; align-items: center; gap: var(--s3); padding: 4px var(--s4); color: var(--ink-2); font-size: var(--t-table); }
    `,
  ]

  @property({ attribute: false }) draft: ProcessDraft | undefined
  @property({ attribute: false }) files: readonly BundleFile[] = []
  @property({ attribute: false }) picked: string | undefined
  @state() private changes: readonly Change[] | undefined
  /** Where a release proposes the draft. */
  @state() private merge: Merge | undefined
  @state() private failure: string | undefined
  private base: { key: string; files: Promise<BundleFile[]> } | undefined
  private asked = 0

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('files') || changed.has('draft')) void this.compare()
  }

  /** The last that was asked for counts. */
  private readonly compare = async () => {
    const key = this.draft?.basedOn?.processDefinitionKey
    if (key === undefined || this.files.length === 0) return
    this.asked += 1
    const asked = this.asked
    try {
      if (this.base?.key !== key) this.base = { key, files: definitionFiles(key).then(({ files }) => files) }
      const own = await this.base.files
      const changes = await changesBetween(own, this.files)
      const merge = this.draft && (await mergeOf(this.draft, this.files, own))
      if (asked !== this.asked) return
      this.changes = changes
      this.merge = merge
      this.failure = undefined
      this.tell('xf-count', { count: changes.length })
    } catch (error) {
      this.base = undefined
      this.failure = error instanceof Error ? error.message : String(error)
    }
  }

  private readonly pick = ({ elementIds: [elementId] }: Change) => {
    if (elementId !== undefined) this.tell('xf-pick', { elementId })
  }

  protected override render(): TemplateResult {
    const { draft, changes } = this
    if (draft && !draft.basedOn) return html`<p>${t('compare.new')}</p>`
    if (this.failure !== undefined)
      return html`<p role="alert">${t('compare.failed', { why: this.failure })} <button class="btn quiet" type="button" @click=${this.compare}>${icon('refresh')}${t('common.retry')}</button></p>`
    if (!changes || !draft) return html`<p role="status">${t('compare.asking')}</p>`
    const count = changes.length === 0 ? t('compare.none') : t('compare.count', { n: changes.length })
    return html`<p><span role="status">${count}</span><a href="/designer/drafts/${draft.id}/compare">${t('compare.open')}</a></p>
      ${this.merge ? this.renderMerge(this.merge) : changeList(changes, this.picked, this.pick)}`
  }

  private renderMerge({ base, own, sides }: Merge): TemplateResult {
    return html`<p>${t('merge.said', { base, own })}</p>${mergeList(sides, this.picked, this.pick)}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-changes': ChangesPanel
  }
}
