import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { type ReadingSentence, readingText } from '../../../server/prose/index.ts'
import type { BundleFile } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { loadingFace } from '../../components/faces.ts'
import { t } from '../../words/index.ts'
import { type DraftOutline, outlineOfDraft } from './draft-outline.ts'
import './full-text.ts'
import './part-tree.ts'
import { shortText, shortTextStyles } from './short-text.ts'

const VIEWS = ['short', 'tree', 'full'] as const
type View = (typeof VIEWS)[number]

/** The diagram as Chinese text beside the canvas: to read, as a tree to edit it from the keyboard, and whole. Tells `xf-pick`, `xf-point` and `xf-edit`. */
@customElement('xf-draft-prose')
export class ProsePanel extends XfElement {
  static override styles = [
    XfElement.styles,
    shortTextStyles,
    css`
      :host { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; height: 100%; }
      :host([hidden]) { display: none; }
      .views { display: flex; gap: var(--s1); padding: 2px var(--s4); border-bottom: 1px solid var(--line); }
      .views button { padding: 2px var(--s2); border: 0; background: none; color: var(--ink-2); font-size: var(--t-label); cursor: pointer; }
      .views [aria-pressed="true"] { color: var(--ink); font-weight: var(--w-strong); box-shadow: inset 0 -2px var(--ink); }
      .body { overflow: auto; min-height: 0; }
      .note { padding: var(--s2) var(--s4); color: var(--ink-2); font-size: var(--t-table); }
    `,
  ]

  @property({ attribute: false }) files: readonly BundleFile[] = []
  @property({ attribute: false }) picked: string | undefined
  @property({ attribute: false }) pointed: string | undefined
  @property({ attribute: false }) isReadOnly = false
  @state() private view: View = 'short'
  @state() private read: DraftOutline | undefined
  @state() private sentences: readonly ReadingSentence[] = []
  @state() private isBroken = false
  private xml = ''
  private asked = 0

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('files')) void this.readFiles()
  }

  /** The last that was asked for counts; a diagram that cannot be read leaves the text of the one before. */
  private async readFiles(): Promise<void> {
    const parts = this.files.filter(({ name }) => name.endsWith('.bpmn') || name === 'parameters.json')
    const xml = parts.map(({ content }) => content).join('\n')
    if (xml === this.xml) return
    this.xml = xml
    this.asked += 1
    const asked = this.asked
    try {
      const read = await outlineOfDraft(parts)
      if (asked !== this.asked) return
      this.read = read
      this.sentences = readingText(read.outline, read.names)
      this.isBroken = false
    } catch {
      if (asked === this.asked) this.isBroken = true
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.view !== 'short') return
    if (changed.has('picked')) this.show('[aria-current]')
    // Under the pointer nothing runs away.
    else if (changed.has('pointed') && !this.matches(':hover')) this.show('.pointed')
  }

  /** Whatever sentence the pointer or the focus is on, the canvas shows what it speaks of. The events are those of the canvas, so that leaving it comes first. */
  private readonly point = (event: Event) => {
    const line = event.composedPath().find(each => each instanceof HTMLElement && each.dataset.element !== undefined)
    const ids = line instanceof HTMLElement ? (line.dataset.elements ?? line.dataset.element ?? '').split(' ') : []
    this.tell('xf-point', { elementId: ids[0], elementIds: ids })
  }

  private readonly pointAway = () => this.tell('xf-point', { elementId: undefined, elementIds: [] })

  private show(which: string): void {
    this.renderRoot.querySelector(`.said ${which}`)?.scrollIntoView({ block: 'nearest' })
  }

  private readonly pick = (elementId: string | undefined) => this.tell('xf-pick', { elementId })

  protected override render(): TemplateResult {
    return html`<div class="views" role="group" aria-label=${t('prose.views')}>
        ${VIEWS.map(
          view =>
            html`<button type="button" aria-pressed=${view === this.view} @click=${() => {
              this.view = view
            }}>${t(`prose.view.${view}`)}</button>`,
        )}
      </div>
      <div class="body" @mouseover=${this.point} @mouseleave=${this.pointAway} @focusin=${this.point} @focusout=${this.pointAway}>
        ${this.isBroken ? html`<p class="note" role="status">${t('prose.broken')}</p>` : nothing}
        ${this.read ? this.renderView(this.read) : loadingFace(3)}
      </div>`
  }

  private renderView({ outline, names }: DraftOutline): TemplateResult {
    if (this.view === 'short') return shortText(this.sentences, this, this.pick)
    if (this.view === 'full')
      return html`<xf-full-text .outline=${outline} .picked=${this.picked} .pointed=${this.pointed} .isReadOnly=${this.isReadOnly}></xf-full-text>`
    return html`<xf-part-tree .outline=${outline} .names=${names} .picked=${this.picked} .pointed=${this.pointed}
      .isReadOnly=${this.isReadOnly}></xf-part-tree>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-prose': ProsePanel
  }
}
