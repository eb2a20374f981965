import bpmnJs from 'bpmn-js/dist/assets/bpmn-js.css?inline'
import diagramJs from 'bpmn-js/dist/assets/diagram-js.css?inline'
import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Change } from '../../../server/prose/index.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import ink from '../../styles/diagram.css?inline'
import { t } from '../../words/index.ts'
import type { SyncedViewers } from './synced-viewers.ts'

/** Two versions of a diagram beside each other, moved and zoomed in step. Tells `xf-pick`. */
@customElement('xf-compared-canvases')
export class ComparedCanvases extends XfElement {
  static override styles = [
    unsafeCSS(diagramJs),
    unsafeCSS(bpmnJs),
    XfElement.styles,
    unsafeCSS(ink),
    css`
      /* Procedures are drawn from left to right, so two lie one above the other. */
      :host { display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: repeat(2, minmax(0, 1fr)); min-height: 0; position: relative; background: var(--sheet); }
      figure { display: grid; grid-template-rows: auto minmax(0, 1fr); margin: 0; min-width: 0; min-height: 0; }
      figure + figure { border-top: 1px solid var(--rule); }
      figcaption { display: flex; gap: var(--s3); padding: 4px var(--s4); border-bottom: 1px solid var(--line); color: var(--ink-2); font-size: var(--t-table); }
      .canvas { position: relative; min-height: 200px; overflow: hidden; }
      .tools { position: absolute; right: 8px; top: 36px; display: flex; gap: 2px; z-index: 2; background: var(--sheet); border-radius: var(--r2); }
      .xf-mark { font-family: var(--song); }
      .xf-mark.added { box-shadow: inset 0 0 0 1px var(--ink), 0 0 0 2px var(--sheet), 0 0 0 3px var(--ink); color: var(--ink); }
      .xf-mark.removed { outline: 1px dashed var(--red); box-shadow: none; color: var(--red); }
      .xf-mark.changed { box-shadow: 0 0 0 1px var(--accent); color: var(--accent); }
      .xf-added .djs-visual > :is(rect, circle, polygon) { stroke: var(--ink); outline: 1px solid var(--ink); outline-offset: 3px; }
      .xf-removed .djs-visual > :is(rect, circle, polygon, path) { stroke-dasharray: 5 3; }
      .xf-changed .djs-visual > :is(rect, circle, polygon) { outline: 1px solid var(--accent); outline-offset: 3px; }
      @media (max-width: 900px) { :host { grid-template-rows: repeat(2, minmax(240px, 1fr)); } }
    `,
  ]

  @property({ attribute: false }) older = { name: '', xml: '' }
  @property({ attribute: false }) newer = { name: '', xml: '' }
  @property({ attribute: false }) changes: readonly Change[] = []
  @property() picked: string | undefined
  @state() private found = { before: true, after: true }
  @query('.before') private readonly beforeCanvas!: HTMLElement
  @query('.after') private readonly afterCanvas!: HTMLElement
  private viewers: SyncedViewers | undefined
  private needsFit = false
  private readonly sizes = new ResizeObserver(() => requestAnimationFrame(() => this.fitOnce()))

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.sizes.disconnect()
    this.viewers?.destroy()
    this.viewers = undefined
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('changes') || changed.has('older') || changed.has('newer')) void this.draw()
    else if (changed.has('picked')) this.show()
  }

  private async draw(): Promise<void> {
    if (!this.older.xml && !this.newer.xml) return
    const { SyncedViewers } = await import('./synced-viewers.ts')
    if (!this.isConnected) return
    this.viewers?.destroy()
    const font = getComputedStyle(this).getPropertyValue('--hei').trim() || 'sans-serif'
    this.viewers = new SyncedViewers({ before: this.beforeCanvas, after: this.afterCanvas }, font, {
      word: mark => t(`compare.mark.${mark}`),
      picked: elementId => this.tell('xf-pick', { elementId }),
    })
    await this.viewers.open({ before: this.older.xml, after: this.newer.xml }, this.changes)
    this.needsFit = true
    this.sizes.observe(this)
    this.fitOnce()
  }

  /** Zooming while the host has no size throws, so it waits until there is one. */
  private fitOnce(): void {
    if (!this.needsFit || !this.viewers || this.clientWidth === 0 || this.clientHeight === 0) return
    this.needsFit = false
    this.viewers.begin(this.changes[0]?.elementIds[0])
    this.show()
  }

  private show(): void {
    if (this.viewers && !this.needsFit)
      this.found = this.picked ? this.viewers.pick(this.picked) : this.viewers.pick(undefined)
  }

  protected override render(): TemplateResult {
    const isMissing = (side: 'before' | 'after') =>
      this.picked !== undefined && !this.found[side] && (this.found.before || this.found.after)
    return html`<figure aria-label=${t('compare.before', this.older)}>
        <figcaption>${t('compare.before', this.older)} ${isMissing('before') ? html`<span class="dim">${t('compare.gone')}</span>` : nothing}</figcaption>
        <div class="canvas before"></div>
      </figure>
      <figure aria-label=${t('compare.after', this.newer)}>
        <figcaption>${t('compare.after', this.newer)} ${isMissing('after') ? html`<span class="dim">${t('compare.gone')}</span>` : nothing}</figcaption>
        <div class="canvas after"></div>
      </figure>
      <div class="tools">
        <button class="btn quiet icon" type="button" aria-label=${t('diagram.out')} @click=${() => this.viewers?.zoom(-1)}>${icon('minus')}</button>
        <button class="btn quiet icon" type="button" aria-label=${t('diagram.in')} @click=${() => this.viewers?.zoom(1)}>${icon('plus')}</button>
        <button class="btn quiet icon" type="button" aria-label=${t('diagram.fit')} @click=${() => this.viewers?.fit()}>${icon('fit')}</button>
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-compared-canvases': ComparedCanvases
  }
}
