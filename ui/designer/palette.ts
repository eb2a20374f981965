import { css, html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { XfElement } from '../components/element.ts'
import { t, type WordId } from '../words/index.ts'
import type { NewElement } from './canvas/draft-canvas.ts'

interface PaletteEntry {
  word: WordId
  what: NewElement
  sign: SVGTemplateResult
}

const box = svg`<rect x="3" y="3" width="20" height="14" rx="2"/>`
const task = (template: string) => ({ type: 'bpmn:UserTask', template: `xunfa.${template}` })

/** The signs beside the canvas, in the words of the trade; what is rarer is in the menu behind the last. */
const groups: readonly (readonly PaletteEntry[])[] = [
  [
    { word: 'draft.new.start', what: { type: 'bpmn:StartEvent' }, sign: svg`<circle cx="13" cy="10" r="7"/>` },
    {
      word: 'draft.new.end',
      what: { type: 'bpmn:EndEvent' },
      sign: svg`<circle cx="13" cy="10" r="7" stroke-width="2.6"/>`,
    },
    {
      word: 'draft.new.choice',
      what: { type: 'bpmn:ExclusiveGateway' },
      sign: svg`<path d="m13 2 8 8-8 8-8-8zM10.5 7.5l5 5M15.5 7.5l-5 5"/>`,
    },
    {
      word: 'draft.new.parallel',
      what: { type: 'bpmn:ParallelGateway' },
      sign: svg`<path d="m13 2 8 8-8 8-8-8zM13 6v8M9 10h8"/>`,
    },
  ],
  [
    {
      word: 'draft.new.review',
      what: task('legal-review-task'),
      sign: svg`${box}<path d="M7 7h7M7 10h5"/><path d="m13 12 2.5 2.5L20 9"/>`,
    },
    { word: 'draft.new.approval', what: task('approval-task'), sign: svg`${box}<path d="m9 10 3 3 5-6"/>` },
    {
      word: 'draft.new.two',
      what: task('two-officers-task'),
      sign: svg`${box}<circle cx="10" cy="8" r="2"/><circle cx="16" cy="8" r="2"/><path d="M7 14c0-4 6-4 6 0M13 14c0-4 6-4 6 0"/>`,
    },
    { word: 'draft.new.form', what: { type: 'bpmn:UserTask' }, sign: svg`${box}<path d="M7 8h12M7 12h7"/>` },
    {
      word: 'draft.new.notice',
      what: { type: 'bpmn:ServiceTask', template: 'xunfa.notify' },
      sign: svg`${box}<path d="m7 7 6 5 6-5"/>`,
    },
    {
      word: 'draft.new.system',
      what: { type: 'bpmn:ServiceTask' },
      sign: svg`${box}<circle cx="13" cy="10" r="3"/><path d="M13 5v2M13 13v2M8 10h2M16 10h2"/>`,
    },
    {
      word: 'draft.new.call',
      what: { type: 'bpmn:CallActivity' },
      sign: svg`<rect x="3" y="3" width="20" height="14" rx="2" stroke-width="2.4"/><path d="M13 7v6M10 10h6"/>`,
    },
  ],
  [
    {
      word: 'draft.new.overdue',
      what: { type: 'bpmn:BoundaryEvent', template: 'xunfa.limit-overdue' },
      sign: svg`<circle cx="13" cy="10" r="7" stroke-dasharray="3 2"/><circle cx="13" cy="10" r="5" stroke-dasharray="3 2"/><path d="M13 7.5V10l2 1.5"/>`,
    },
    { word: 'draft.new.lane', what: { type: 'bpmn:Participant' }, sign: svg`<path d="M3 3h20v14H3zM8 3v14M8 10h15"/>` },
  ],
]

/** The palette: an element is dragged out of it, or clicked and put down; from the keyboard it goes after the chosen one. Tells `xf-begin`, `xf-append`, `xf-more`. */
@customElement('xf-draft-palette')
export class DraftPalette extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: flex; flex-direction: column; overflow: auto; scrollbar-width: none; padding: 2px 0; border-right: 1px solid var(--line); }
      button { display: grid; justify-items: center; gap: 1px; padding: 4px 0 3px; border: 0; background: none; font-size: 11px; line-height: 14px; color: var(--ink-2); cursor: grab; min-width: 52px; }
      button:hover:enabled { background: var(--hover); color: var(--ink); }
      button:disabled { color: var(--ink-3); cursor: default; }
      button:focus-visible { outline-offset: -2px; }
      svg { width: 26px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.25; }
      hr { width: 32px; margin: 3px auto; border: 0; border-top: 1px solid var(--rule); flex: none; }
      @media (max-width: 900px) {
        :host { flex-direction: row; border-right: 0; border-bottom: 1px solid var(--line); }
        hr { width: 1px; height: 32px; margin: auto 3px; border: 0; border-left: 1px solid var(--rule); }
      }
    `,
  ]

  @property({ type: Boolean }) isReadOnly = false

  override connectedCallback(): void {
    super.connectedCallback()
    this.setAttribute('role', 'toolbar')
  }

  protected override willUpdate(): void {
    this.setAttribute('aria-label', t('draft.palette'))
  }

  protected override render(): TemplateResult {
    return html`${groups.map((entries, index) => html`${index > 0 ? html`<hr />` : nothing}${entries.map(entry => this.renderEntry(entry))}`)}
      <hr />
      <button type="button" ?disabled=${this.isReadOnly} title=${t('draft.new.moreText')} @click=${this.more}>
        <svg viewBox="0 0 26 20" aria-hidden="true"><path d="M7 10h.01M13 10h.01M19 10h.01" stroke-width="2.4" stroke-linecap="round"/></svg>${t('draft.new.more')}
      </button>`
  }

  private renderEntry({ word, what: kind, sign }: PaletteEntry): TemplateResult {
    const what = /Task|Activity/.test(kind.type) ? { ...kind, name: t(word) } : kind
    return html`<button
      type="button"
      draggable="true"
      data-new=${what.template ?? what.type}
      ?disabled=${this.isReadOnly}
      @dragstart=${(event: DragEvent) => this.begin(event, what)}
      @click=${(event: MouseEvent) => (event.detail === 0 ? this.tell('xf-append', { what }) : this.begin(event, what))}
    ><svg viewBox="0 0 26 20" aria-hidden="true">${sign}</svg>${t(word)}</button>`
  }

  private begin(event: Event, what: NewElement): void {
    event.preventDefault()
    this.tell('xf-begin', { event, what })
  }

  private readonly more = (event: MouseEvent) => {
    const { right, top } = (event.currentTarget as HTMLElement).getBoundingClientRect()
    this.tell('xf-more', { x: right, y: top })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-palette': DraftPalette
  }
}
