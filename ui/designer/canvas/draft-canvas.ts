import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { BundleFile } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { loadingFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import type { Edit } from '../edits.ts'
import { filesOf, missingIn } from '../frames/carried-parts.ts'
import { newShape } from './apply-edit.ts'
import { canvasStyles } from './canvas-styles.ts'
import { canvasTools, tool } from './canvas-tools.ts'
import { DraftModeler } from './draft-modeler.ts'
import { insertAfter } from './insert-after.ts'
import { playWay } from './play-way.ts'
import { untranslated } from './translate.ts'

/** How long gestures must rest before the diagram is written out, ms. */
const REST = 200
/** Tasks are drawn this wide; what is wider holds others. */
const TASK_WIDTH = 100

/** What a new element is to be: a type of BPMN, or a task of the trade by its template. */
export interface NewElement {
  type: string
  template?: string
  name?: string
}

/** The diagram of a draft, to be edited: tells `xf-pick`, `xf-point` and, when it has changed, `xf-diagram`. */
@customElement('xf-draft-canvas')
export class DraftCanvas extends XfElement {
  static override styles = [...canvasStyles]

  @property({ attribute: false }) xml = ''
  @property({ attribute: false }) picked: string | undefined
  @property({ type: Boolean }) isReadOnly = false
  /** Elements that wear the mark of a problem. */
  @property({ attribute: false }) problems: readonly string[] = []
  /** What the sentence under the pointer speaks of. */
  @property({ attribute: false }) pointed: readonly string[] = []
  /** The files of the draft: what is copied takes its forms and tables along. */
  @property({ attribute: false }) files: readonly BundleFile[] = []
  @state() private problem = ''
  @state() private zoom = 100
  @query('.canvas') private canvas!: HTMLElement
  /** What bpmn.io wanted to say and has no Chinese for, for those who check it. */
  readonly untranslated: ReadonlySet<string> = untranslated
  /** What is drawn; undefined until it is. */
  modeler: DraftModeler | undefined
  private drawnXml = ''
  private needsFit = true
  private isOpening = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private opening: Promise<void> = Promise.resolve()
  private readonly sizes = new ResizeObserver(() => requestAnimationFrame(() => this.fitOnce()))

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.sizes.disconnect()
    clearTimeout(this.timer)
    this.modeler?.destroy()
    this.modeler = undefined
    this.drawnXml = ''
  }

  /** Does these as one step. */
  apply(edits: readonly Edit[]): void {
    this.modeler?.apply(edits)
  }

  /** Begins to draw an element under the pointer. */
  begin(event: Event, what: NewElement): void {
    const { modeler } = this
    if (modeler && !this.isReadOnly) modeler.service('create').start(event, newShape(modeler, what))
  }

  /** Draws an element after the chosen one, for who has no pointer. */
  appendToPicked(what: NewElement): void {
    const { modeler } = this
    const after = this.picked === undefined ? undefined : modeler?.drawn(this.picked)
    if (!modeler || !after?.parent) return
    modeler.asOneStep(() => modeler.service('selection').select(insertAfter(modeler, after, what)))
  }

  /** Plays tokens along these elements. */
  play(elementIds: readonly string[]): void {
    if (this.modeler) playWay(this.modeler, elementIds)
  }

  /** Inks the way an instance has gone, and where it stands. */
  showPath({ went, now }: { went: readonly string[]; now: readonly string[] }): void {
    // A sub-process stands where something in it stands; to fill it would hide that.
    const isScope = (id: string) => (this.modeler?.drawn(id)?.width ?? 0) > TASK_WIDTH
    this.modeler?.mark('xf-went', [...went, ...now.filter(isScope)])
    this.modeler?.mark(
      'xf-now',
      now.filter(id => !isScope(id)),
    )
    this.canvas.classList.toggle('xf-replay', went.length + now.length > 0)
  }

  /** Opens the menu of everything that can be drawn, beside a point of the window. */
  offerAll(at: { x: number; y: number }): void {
    const { modeler } = this
    if (!modeler || this.isReadOnly) return
    const after = this.picked === undefined ? undefined : modeler.drawn(this.picked)
    const [menu, element] = after?.parent
      ? ['bpmn-append', after]
      : ['bpmn-create', modeler.service('canvas').getRootElement()]
    modeler.service('popupMenu').open(element, menu, at, { title: t('draft.new.more'), width: 300, search: true })
  }

  /** Opens the search once the click is over: a click outside it, as this still is, would close it. */
  private find(): void {
    setTimeout(() => this.modeler?.service('editorActions').trigger('find'))
  }

  /** Writes out at once what has been drawn. */
  async settle(): Promise<void> {
    if (this.timer === undefined) return
    clearTimeout(this.timer)
    await this.writeOut()
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('xml') && this.xml && this.xml !== this.drawnXml)
      this.opening = this.opening.then(() => this.draw())
    if (this.modeler) this.modeler.isReadOnly = this.isReadOnly
    if (changed.has('picked')) this.modeler?.pick(this.picked)
    if (changed.has('problems')) this.modeler?.mark('xf-lint', this.problems)
    if (changed.has('pointed')) this.modeler?.mark('xf-pointed', this.pointed)
  }

  private async draw(): Promise<void> {
    const { xml } = this
    if (xml === this.drawnXml || !this.isConnected) return
    this.problem = ''
    try {
      this.modeler ??= this.open()
      this.isOpening = true
      await this.modeler.open(xml)
      this.isOpening = false
      this.drawnXml = xml
      this.modeler.isReadOnly = this.isReadOnly
      this.sizes.observe(this)
      this.fitOnce()
      this.modeler.pick(this.picked)
      this.modeler.mark('xf-lint', this.problems)
      this.requestUpdate()
      this.tell('xf-drawn')
    } catch (error) {
      this.isOpening = false
      this.problem = error instanceof Error ? error.message : String(error)
    }
  }

  private open(): DraftModeler {
    const font = getComputedStyle(this).getPropertyValue('--hei').trim() || 'sans-serif'
    const modeler = new DraftModeler(this.canvas, font, {
      picked: elementId => {
        this.requestUpdate()
        // Opening a diagram chooses nothing; that is nobody's choice.
        if (!this.isOpening && elementId !== this.picked) this.tell('xf-pick', { elementId })
      },
      copied: elementIds => filesOf(this.files, elementIds),
      brought: files => this.bring(files),
      pointed: elementId => this.tell('xf-point', { elementId }),
      changed: () => this.plan(),
      zoomed: level => {
        this.zoom = Math.round(level * 100)
      },
    })
    return modeler
  }

  /** Adds the forms and tables that came along and are not here yet. */
  private bring(files: readonly BundleFile[]): void {
    const missing = missingIn(this.files, files)
    for (const { name, content } of missing) this.tell('xf-file', { name, content })
    const names = missing.map(({ name }) => name).join('、')
    if (names) say({ text: t('draft.brought', { names }) })
  }

  private plan(): void {
    clearTimeout(this.timer)
    this.requestUpdate()
    this.tell('xf-changing')
    this.timer = setTimeout(() => void this.writeOut(), REST)
  }

  private async writeOut(): Promise<void> {
    this.timer = undefined
    if (!this.modeler) return
    const xml = await this.modeler.xml()
    if (xml === this.drawnXml) return
    this.drawnXml = xml
    this.tell('xf-diagram', { xml })
  }

  /** Zooming while the host has no size throws, so it waits until there is one. */
  private fitOnce(): void {
    if (this.clientWidth === 0 || this.clientHeight === 0) return
    this.modeler?.service('canvas').resized()
    if (!this.needsFit) return
    this.needsFit = false
    this.modeler?.fit()
  }

  protected override render(): TemplateResult {
    return html`<div class="canvas ${this.isReadOnly ? 'locked' : ''}" role="group" aria-label=${t('draft.canvas')}></div>
      ${this.drawnXml || this.problem ? nothing : loadingFace(3)}
      ${this.problem ? this.renderProblem() : nothing}
      ${this.drawnXml && !this.problem ? this.renderTools() : nothing}`
  }

  private renderProblem(): TemplateResult {
    return html`<div class="face" role="alert" data-face="error">
      <h3>${t('draft.broken')}</h3><p>${t('draft.brokenText')}</p><p class="mono" lang="en">${this.problem}</p>
    </div>`
  }

  private renderTools(): TemplateResult {
    return html`<div class="over" role="toolbar" aria-label=${t('draft.tools')}>
        ${this.isReadOnly || !this.modeler ? nothing : canvasTools(this.modeler)}
      </div>
      <div class="zoom">
        <span>${this.zoom}%</span>
        ${tool('draft.find', icon('search'), () => this.find())}
        ${tool('draft.map', icon('photo'), () => this.modeler?.service('minimap').toggle())}
        ${tool('draft.fit', icon('fit'), () => this.modeler?.fit())}
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-canvas': DraftCanvas
  }
}
