import bpmnJs from 'bpmn-js/dist/assets/bpmn-js.css?inline'
import diagramJs from 'bpmn-js/dist/assets/diagram-js.css?inline'
import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { ElementVisit } from '../../api-types.ts'
import { officeNow } from '../../office-time.ts'
import ink from '../../styles/diagram.css?inline'
import { t } from '../../words/index.ts'
import { XfElement } from '../element.ts'
import { loadingFace } from '../faces.ts'
import { icon } from '../icon.ts'
import { dwellText } from './dwell.ts'
import type { DiagramViewer, ElementMark } from './viewer.ts'

/** A diagram; with `visits` the path an instance has taken is inked. Its renderer is fetched when the first is drawn. */
@customElement('xf-diagram')
export class Diagram extends XfElement {
  static override styles = [
    unsafeCSS(diagramJs),
    unsafeCSS(bpmnJs),
    XfElement.styles,
    unsafeCSS(ink),
    css`
      :host { display: block; position: relative; background: var(--sheet); min-height: 200px; overflow: hidden; }
      .canvas { position: absolute; inset: 0; }
      .tools { position: absolute; right: 8px; top: 8px; display: flex; gap: 2px; z-index: 2; background: var(--sheet); border-radius: var(--r2); }
      .face { padding: var(--s4) var(--s6); }
      @media print { .tools { display: none; } }
    `,
  ]

  @property({ attribute: false }) xml = ''
  @property({ attribute: false }) visits: readonly ElementVisit[] | undefined
  @property({ attribute: false }) flows: readonly string[] = []
  /** Words on elements, where no path is told. */
  @property({ attribute: false }) notes: readonly ElementMark[] | undefined
  /** Id of the element that is chosen. */
  @property() picked: string | undefined
  @state() private problem = ''
  @state() private isDrawn = false
  /** It is wider than can be read at once, and the rest lies outside. */
  @state() private isPart = false
  @query('.canvas') private canvas!: HTMLElement
  private viewer: DiagramViewer | undefined
  private needsFit = true
  private readonly sizes = new ResizeObserver(() => requestAnimationFrame(() => this.fitOnce()))

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.sizes.disconnect()
    this.viewer?.destroy()
    this.viewer = undefined
    this.isDrawn = false
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('xml') && this.xml) void this.draw()
    else if (this.isDrawn) this.mark()
  }

  private async draw(): Promise<void> {
    this.problem = ''
    try {
      const { DiagramViewer } = await import('./viewer.ts')
      if (!this.isConnected) return
      const font = getComputedStyle(this).getPropertyValue('--hei').trim() || 'sans-serif'
      this.viewer ??= new DiagramViewer(this.canvas, font, elementId => this.tell('xf-pick', elementId))
      await this.viewer.open(this.xml)
      this.isDrawn = true
      this.needsFit = true
      this.sizes.observe(this)
      this.mark()
      this.fitOnce()
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error)
    }
  }

  /** Zooming while the host has no size throws, so it waits until there is one. */
  private fitOnce(): void {
    if (!this.needsFit || !this.viewer || this.clientWidth === 0 || this.clientHeight === 0) return
    this.needsFit = false
    this.isPart = !this.viewer.show(this.picked ?? this.visits?.find(visit => visit.state === 'now')?.elementId)
  }

  private mark(): void {
    if (!this.viewer) return
    if (this.visits) this.viewer.ink(this.visits, this.flows, this.visits.map(markOf))
    else if (this.notes) this.viewer.annotate(this.notes)
    this.viewer.pick(this.picked)
  }

  protected override render(): TemplateResult {
    return html`<div class="canvas ${this.visits ? 'xf-replay' : ''}" role="group" aria-label=${t(this.visits ? 'diagram.label' : 'diagram.plainLabel')}></div>
      ${this.isDrawn || this.problem ? nothing : loadingFace(3)}
      ${
        this.problem
          ? html`<div class="face" role="alert" data-face="error"><h3>${t('diagram.broken')}</h3><p>${this.problem}</p></div>`
          : this.renderTools()
      }`
  }

  private readonly fit = () => {
    this.viewer?.fit()
    this.isPart = false
  }

  private renderTools(): TemplateResult {
    return html`<div class="tools">
      <button class="btn quiet icon" type="button" aria-label=${t('diagram.out')} @click=${() => this.viewer?.zoom(-1)}>${icon('minus')}</button>
      <button class="btn quiet icon" type="button" aria-label=${t('diagram.in')} @click=${() => this.viewer?.zoom(1)}>${icon('plus')}</button>
      ${
        this.isPart
          ? html`<button class="btn" type="button" title=${t('diagram.partText')} @click=${this.fit}>${icon('fit')}${t('diagram.whole')}</button>`
          : html`<button class="btn quiet icon" type="button" aria-label=${t('diagram.fit')} @click=${this.fit}>${icon('fit')}</button>`
      }
    </div>`
  }
}

function markOf(visit: ElementVisit): ElementMark {
  const isTask = /task|process|activity/i.test(visit.type)
  const waits = visit.state === 'now' && visit.openSince ? officeNow() - Date.parse(visit.openSince) : undefined
  const inside =
    waits === undefined
      ? t('diagram.visits', { n: visit.count, dwell: dwellText(visit.dwellMs) })
      : t('diagram.waits', { dwell: dwellText(waits) })
  return {
    elementId: visit.elementId,
    ...(isTask ? { inside } : {}),
    ...(visit.incident ? { flag: { kind: 'fault' as const, text: t('diagram.fault') } } : {}),
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-diagram': Diagram
  }
}
