import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { processDrafts } from '../../api-process-drafts.ts'
import type { ProcessDraft } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import type { DraftCanvas, NewElement } from '../../designer/canvas/draft-canvas.ts'
import '../../designer/canvas/draft-canvas.ts'
import '../../designer/draft-header.ts'
import type { DraftAct } from '../../designer/draft-header.ts'
import { renderNotes } from '../../designer/draft-notes.ts'
import { DraftSession } from '../../designer/draft-session.ts'
import type { Edit } from '../../designer/edits.ts'
import '../../designer/palette.ts'
import '../../designer/panel-tabs.ts'
import { panels } from '../../designer/panels.ts'
import '../../designer/properties/properties.ts'
import '../../designer/splitter.ts'
import { browserStore } from '../../designer/unsaved-store.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { keepSize, keptSize } from '../../preferences.ts'
import { problemOf } from '../../problem.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may, me } from '../../session.ts'
import { say } from '../../toast.ts'
import { loadWords, t } from '../../words/index.ts'
import page from './draft-page.css?inline'

interface Marks {
  problems: readonly string[]
}

/** The parts whose size is drawn by hand: how large they are until then, at least and at most, px. */
const PARTS = {
  below: { direction: 'down', usual: 218, least: 80, most: 640 },
  beside: { direction: 'across', usual: 340, least: 240, most: 640 },
} as const
type SizedPart = keyof typeof PARTS
const parts = Object.keys(PARTS) as SizedPart[]

/** A draft of a procedure: canvas and palette, properties at the right, checks and text below. */
@customElement('xf-draft-page')
export class DraftPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page)]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @state() private marks: Marks = { problems: [] }
  @state() private revision = 0
  /** The element under the pointer. */
  @state() private pointed: string | undefined
  /** All that the sentence under the pointer speaks of. */
  @state() private spokenOf: readonly string[] = []
  @state() private sizes: Readonly<Record<SizedPart, number>> = {
    below: keptSize('draft-below') ?? PARTS.below.usual,
    beside: keptSize('draft-beside') ?? PARTS.beside.usual,
  }
  @query('xf-draft-canvas') private canvas!: DraftCanvas | null
  private session: DraftSession | undefined

  private readonly draft = new Resource<ProcessDraft>(this, {
    load: async signal => {
      const [found] = await Promise.all([processDrafts.get(this.params.id ?? '', signal), ...wordsOfPanels()])
      return await withPen(found)
    },
    kinds: ['process-draft'],
    onFresh: draft => this.hear(draft),
    lazy: true,
  })

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('beforeunload', this.leaving)
    window.addEventListener('online', this.online)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('beforeunload', this.leaving)
    window.removeEventListener('online', this.online)
    void this.leave()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params') && changed.get('params')?.id !== this.params.id)
      void this.leave().then(() => this.draft.reload())
    const found = this.draft.value
    if (found && found.id === this.params.id && !this.session) this.begin(found)
  }

  protected override updated(): void {
    document.title = `${this.session?.draft.name ?? t('draft.title')} · ${t('common.product')}`
    for (const part of parts) this.style.setProperty(`--${part}`, `${this.sizes[part]}px`)
  }

  private begin(draft: ProcessDraft): void {
    this.session = new DraftSession(draft, {
      server: processDrafts,
      store: browserStore(),
      onChange: () => this.requestUpdate(),
    })
    void this.session.lookForLeftover()
  }

  private async leave(): Promise<void> {
    const { session } = this
    this.session = undefined
    if (!session) return
    await session.flush()
    session.close()
    if (!session.isReadOnly) await processDrafts.layPenDown(session.draft.id).catch(() => undefined)
  }

  /** News of the server: what was saved elsewhere, who holds the pen now. Own saves are no news. */
  private hear(draft: ProcessDraft): void {
    const { session } = this
    if (!session) return
    const mine = session.draft
    const isNews =
      draft.revision > mine.revision ||
      draft.state !== mine.state ||
      draft.editor?.id !== mine.editor?.id ||
      draft.isMine !== mine.isMine
    if (isNews && session.state !== 'saving') session.refresh(draft)
  }

  private readonly leaving = (event: BeforeUnloadEvent) => {
    if (this.session && this.session.state !== 'saved') event.preventDefault()
  }

  private readonly online = () => void this.session?.flush()

  private get picked(): string | undefined {
    return this.query.get('element') ?? undefined
  }

  private readonly pick = (event: CustomEvent<{ elementId: string | undefined }>) => {
    navigate(withQuery({ element: event.detail.elementId }), { replace: true })
  }

  private readonly point = ({ detail }: CustomEvent<{ elementId: string | undefined; elementIds?: string[] }>) => {
    this.pointed = detail.elementId
    this.spokenOf = detail.elementIds ?? []
  }

  private readonly edit = (event: CustomEvent<{ edits: readonly Edit[] }>) => {
    if (!this.session?.isReadOnly) this.canvas?.apply(event.detail.edits)
  }

  private readonly file = ({ detail }: CustomEvent<{ name: string; content: string | null }>) =>
    this.session?.change(detail.name, detail.content)

  private readonly drawn = ({ detail }: CustomEvent<{ xml: string }>) => {
    const name = this.session?.diagramName
    if (name) this.session?.change(name, detail.xml)
    this.revision += 1
  }

  private readonly act = async ({ detail: { act } }: CustomEvent<{ act: DraftAct }>) => {
    const { session } = this
    if (!session) return
    if (act === 'trial') return navigate(withQuery({ left: 'trial' }))
    await this.canvas?.settle()
    await session.flush()
    const { actOnDraft } = await import('../../designer/draft-acts.ts')
    const changed = await actOnDraft(act, session.draft)
    if (changed) await session.giveUp(changed)
  }

  private readonly takePen = async (reason?: string) => {
    const { session } = this
    try {
      const draft = await processDrafts.takePen(session?.draft.id ?? '', reason === undefined ? undefined : { reason })
      session?.refresh(draft)
    } catch (error) {
      say({ text: problemOf(error).detail ?? t('draft.conflict') })
    }
  }

  /** After somebody was faster: theirs, or mine as the newest. */
  private readonly settle = async (whose: 'mine' | 'theirs') => {
    const { session } = this
    if (!session) return
    const fresh = await withPen(await processDrafts.get(session.draft.id))
    if (whose === 'theirs') await session.giveUp(fresh)
    else session.refresh(fresh)
  }

  protected override render(): TemplateResult {
    return this.draft.render(() => (this.session ? this.renderContent(this.session) : html``), 8)
  }

  private renderContent(session: DraftSession): TemplateResult {
    const { draft, files, isReadOnly } = session
    const xml = files.find(({ name }) => name.endsWith('.bpmn'))?.content ?? ''
    return html`<div class="page" data-face="content"
      @xf-pick=${this.pick} @xf-edit=${this.edit} @xf-file=${this.file} @xf-diagram=${this.drawn} @xf-act=${this.act}
      @xf-way=${({ detail }: CustomEvent<{ elementIds: string[] }>) => this.canvas?.play(detail.elementIds)}
      @xf-point=${this.point}
      @xf-path=${({ detail }: CustomEvent<{ went: string[]; now: string[] }>) => this.canvas?.showPath(detail)}
      @xf-problems=${({ detail }: CustomEvent<{ elementIds: string[] }>) => {
        this.marks = { problems: detail.elementIds }
      }}
      @xf-tab=${({ detail: { side, id } }: CustomEvent<{ side: string; id: string }>) => navigate(withQuery({ [side]: id }), { replace: true })}
    >
      <div class="head">
        <xf-draft-header .draft=${draft} .saving=${session.state} ?isAdministrator=${may(['administrate'])}
          ?isSubmitter=${draft.submittedBy?.id === me()?.personId}></xf-draft-header>
        ${renderNotes(session, { takePen: this.takePen, settle: this.settle, isAdministrator: may(['administrate']) })}
      </div>
      ${
        isReadOnly
          ? nothing
          : html`<xf-draft-palette class="scroll"
        @xf-begin=${({ detail }: CustomEvent<{ event: Event; what: NewElement }>) => this.canvas?.begin(detail.event, detail.what)}
        @xf-append=${({ detail }: CustomEvent<{ what: NewElement }>) => this.canvas?.appendToPicked(detail.what)}
        @xf-more=${({ detail }: CustomEvent<{ x: number; y: number }>) => this.canvas?.offerAll(detail)}
      ></xf-draft-palette>`
      }
      <xf-draft-canvas class="scroll" .xml=${xml} .picked=${this.picked} ?isReadOnly=${isReadOnly} .problems=${this.marks.problems} .files=${files} .pointed=${this.spokenOf}
        @xf-drawn=${() => {
          this.revision += 1
        }}></xf-draft-canvas>
      <xf-draft-properties .modeler=${this.canvas?.modeler} .picked=${this.picked} .draft=${draft} .files=${files}
        .revision=${this.revision} ?isReadOnly=${isReadOnly}></xf-draft-properties>
      ${(['left', 'right'] as const).map(
        side => html`<xf-panel-tabs class=${side} side=${side} current=${this.query.get(side) ?? ''} .draft=${draft} .files=${files}
          .picked=${this.picked} .pointed=${this.pointed} ?isReadOnly=${isReadOnly}></xf-panel-tabs>`,
      )}
      ${parts.map(part => this.renderSplitter(part))}
    </div>`
  }

  private renderSplitter(part: SizedPart): TemplateResult {
    const { direction, least, most } = PARTS[part]
    return html`<xf-splitter class=${part} direction=${direction} label=${t(`draft.split.${part}`)} .size=${this.sizes[part]} .least=${least} .most=${most}
      @xf-size=${({ detail }: CustomEvent<{ size: number }>) => {
        this.sizes = { ...this.sizes, [part]: detail.size }
      }}
      @xf-size-kept=${() => keepSize(`draft-${part}`, this.sizes[part])}></xf-splitter>`
  }
}

/** The draft with the pen in my hand, where nobody else holds it and I may. */
async function withPen(draft: ProcessDraft): Promise<ProcessDraft> {
  const isFree = draft.state === 'draft' && draft.editor === null && may(['administrate'])
  return isFree ? await processDrafts.takePen(draft.id).catch(() => draft) : draft
}

const wordsOfPanels = () => [...new Set(panels.map(({ words }) => words))].map(words => loadWords(words))

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-page': DraftPage
  }
}
