import { css, html, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { BundleFile, ProcessDraft } from '../api-types.ts'
import { XfElement } from '../components/element.ts'
import { loadingFace } from '../components/faces.ts'
import { tabList } from '../components/tabs.ts'
import { t } from '../words/index.ts'
import { type DraftPanel, panels } from './panels.ts'

/** What every panel is given. */
interface Given {
  draft: ProcessDraft
  files: readonly BundleFile[]
  picked: string | undefined
  /** The element under the pointer on the canvas. */
  pointed: string | undefined
  isReadOnly: boolean
}

const GIVEN = ['draft', 'files', 'picked', 'pointed', 'isReadOnly'] as const

/** The panels of one side below the canvas: fetched when they are first opened, or at once where their finds are shown elsewhere, and kept afterwards. Hears `xf-count` of each for its tab; tells `xf-tab`. */
@customElement('xf-panel-tabs')
export class PanelTabs extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; min-width: 0; }
      .tabs { padding: 0 var(--s4); overflow-x: auto; }
      .tabs > * { min-height: 34px; font-size: var(--t-table); white-space: nowrap; }
      #panel { min-height: 0; overflow: auto; display: grid; }
      #panel > * { min-width: 0; min-height: 0; }
    `,
  ]

  @property() side: DraftPanel['side'] = 'left'
  @property() current = ''
  @property({ attribute: false }) draft: ProcessDraft | undefined
  @property({ attribute: false }) files: readonly BundleFile[] = []
  @property({ attribute: false }) picked: string | undefined
  @property({ attribute: false }) pointed: string | undefined
  @property({ type: Boolean }) isReadOnly = false
  @state() private counts: Readonly<Record<string, number>> = {}
  private readonly opened = new Map<string, HTMLElement & Partial<Given>>()
  private readonly asked = new Set<string>()

  private get shown(): readonly DraftPanel[] {
    // What is new has nothing to be compared with.
    const hasBase = this.draft?.basedOn !== null
    return panels.filter(({ side, needsBase }) => side === this.side && (hasBase || !needsBase))
  }

  private get panel(): DraftPanel | undefined {
    return this.shown.find(({ id }) => id === this.current) ?? this.shown[0]
  }

  private get wanted(): readonly DraftPanel[] {
    return this.shown.filter(panel => panel === this.panel || panel.isAlwaysOpen)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.draft) for (const panel of this.wanted) void this.open(panel)
    if (GIVEN.some(name => changed.has(name))) for (const element of this.opened.values()) this.give(element)
  }

  private async open(panel: DraftPanel): Promise<void> {
    if (this.asked.has(panel.id)) return
    this.asked.add(panel.id)
    try {
      await panel.load()
    } catch {
      // Without connection it cannot be fetched; the next look at its tab asks again.
      this.asked.delete(panel.id)
      return
    }
    const element: HTMLElement & Partial<Given> = document.createElement(panel.element)
    this.give(element)
    element.addEventListener('xf-count', event => {
      this.counts = { ...this.counts, [panel.id]: (event as CustomEvent<{ count: number }>).detail.count }
    })
    this.opened.set(panel.id, element)
    this.requestUpdate()
  }

  private give(element: Partial<Given>): void {
    const { draft, files, picked, pointed, isReadOnly } = this
    if (draft) Object.assign(element, { draft, files, picked, pointed, isReadOnly })
  }

  protected override render(): TemplateResult {
    const { panel } = this
    if (!panel) return html``
    for (const [id, element] of this.opened) element.hidden = id !== panel.id
    const tabs = this.shown.map(({ id, label }) => ({ id, word: t(label, this.labelParams), count: this.counts[id] }))
    return html`${tabList(t(this.side === 'left' ? 'draft.left' : 'draft.right'), tabs, panel.id, id => this.tell('xf-tab', { side: this.side, id }))}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${panel.id}">
        ${[...this.opened.values()]}${this.opened.has(panel.id) ? '' : loadingFace(2)}
      </div>`
  }

  /** A label may name the version the draft was begun from: `{n}`. */
  private get labelParams(): { n: number } {
    return { n: this.draft?.basedOn?.version ?? 0 }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-panel-tabs': PanelTabs
  }
}
