import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Player, Rehearsal, RehearsalStep, RehearsedTask, StepAnswer } from '../../answers/rehearsals.ts'
import { rehearsals } from '../../api-rehearsals.ts'
import type { BundleFile, ProblemDetails, ProcessDraft } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import '../replay/replay-part.ts'
import { askForName } from './ask-for-name.ts'
import './scenario-list.ts'
import { renderAwaited, renderBar } from './trial-bar.ts'
import { renderDesks, renderStory } from './trial-desk.ts'
import type { Desk } from './trial-sheet.ts'
import './trial-sheet.ts'
import panel from './trial-panel.css?inline'

/** Trying a draft out: an office that is thrown away, in which anybody can be played and time is set. Fires `xf-path`, `xf-pick`, `xf-file`. */
@customElement('xf-draft-trial')
export class DraftTrial extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(panel)]

  @property({ attribute: false }) draft: ProcessDraft | undefined
  @property({ attribute: false }) files: readonly BundleFile[] = []
  @property({ attribute: false }) picked: string | undefined
  @property({ attribute: false }) isReadOnly = false
  @state() private rehearsal: Rehearsal | undefined
  @state() private desk: Desk | undefined
  @state() private refusal: ProblemDetails | undefined
  @state() private busy = false
  @query('.drawer') private drawer!: HTMLElement | null
  /** What is being tried; the draft may have gone on since. */
  private tried = ''

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    void this.leave()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('draft')
    if (before && before.id !== this.draft?.id) void this.leave()
  }

  private readonly begin = async () => {
    await this.leave()
    await this.attempt(async () => {
      const { files } = this
      this.become(await rehearsals.open(files))
      this.tried = contentOf(files)
    })
  }

  private readonly end = () => void this.leave()

  private async leave(): Promise<void> {
    const { rehearsal } = this
    this.desk = undefined
    this.rehearsal = undefined
    this.refusal = undefined
    if (!rehearsal) return
    this.tell('xf-path', { went: [], now: [] })
    // One that is gone already has nothing to be thrown away.
    await rehearsals.drop(rehearsal.id).catch(() => undefined)
  }

  private become(rehearsal: Rehearsal): void {
    this.rehearsal = rehearsal
    const { went, now, flows } = rehearsal.path
    this.tell('xf-path', { went: [...went, ...flows], now })
    const { desk } = this
    const isOpen = desk?.task && rehearsal.tasks.some(({ userTaskKey }) => userTaskKey === desk.task?.userTaskKey)
    if (desk && (desk.task ? !isOpen : rehearsal.instance)) this.desk = undefined
  }

  private async attempt(doing: () => Promise<void>): Promise<void> {
    this.busy = true
    this.refusal = undefined
    try {
      await doing()
    } catch (error) {
      this.fail(problemOf(error))
    } finally {
      this.busy = false
    }
  }

  /** Left alone for long, the office was thrown away. */
  private fail(problem: ProblemDetails): void {
    this.refusal = problem
    if (problem.status === 404) this.rehearsal = undefined
  }

  private readonly hear = ({ refusal, rehearsal }: StepAnswer) => {
    this.become(rehearsal)
    this.refusal = refusal ? { status: 403, ...refusal } : undefined
  }

  private readonly perform = (step: RehearsalStep) =>
    void this.attempt(async () => {
      const { rehearsal } = this
      if (rehearsal) this.hear(await rehearsals.perform(rehearsal.id, step))
    })

  private readonly keep = async () => {
    const { rehearsal } = this
    const name = rehearsal && (await askForName())
    if (!rehearsal || name === undefined) return
    await this.attempt(async () => {
      const kept = await rehearsals.keep(rehearsal.id, name)
      const content = `${JSON.stringify(kept, undefined, 2)}\n`
      this.tell('xf-file', { name: freeName(this.files), content })
      say({ text: t('trial.kept', { name }) })
    })
  }

  protected override render(): TemplateResult {
    const { rehearsal } = this
    return html`${rehearsal ? this.renderTrial(rehearsal) : this.renderBefore()}`
  }

  private renderBefore(): TemplateResult {
    return html`<div class="before">
      <div><p>${t('trial.what')}</p>
        ${this.renderRefusal()}
        <button class="btn primary" type="button" ?disabled=${this.busy || this.files.length === 0} @click=${this.begin}>${icon('play')}${t(this.busy ? 'trial.opening' : 'trial.begin')}</button></div>
      <xf-scenario-list .files=${this.files} ?isReadOnly=${this.isReadOnly}></xf-scenario-list>
      <xf-replay-part .draft=${this.draft}></xf-replay-part>
    </div>`
  }

  private renderTrial(rehearsal: Rehearsal): TemplateResult {
    const acts = { perform: this.perform, keep: () => void this.keep(), again: () => void this.begin(), end: this.end }
    const given = { busy: this.busy, mayKeep: !this.isReadOnly }
    return html`${renderBar(rehearsal, acts, given)}
      ${this.tried === contentOf(this.files) ? nothing : html`<p class="stale" role="status">${t('trial.stale')}</p>`}
      <div class="stage">
        <div class="desk">
          ${this.desk ? nothing : this.renderRefusal()}
          ${renderDesks(rehearsal, { sit: this.sit, cosign: this.cosign, point: elementId => this.tell('xf-pick', { elementId }) })}
          ${renderAwaited(rehearsal, acts)}
        </div>
        <div class="told" role="region" tabindex="0" aria-label=${t('trial.happened')}>${renderStory(rehearsal)}</div>
      </div>
      ${this.desk ? this.renderDrawer(rehearsal, this.desk) : nothing}`
  }

  /** What is filled in stands beside the canvas, where there is room for it. */
  private renderDrawer(rehearsal: Rehearsal, desk: Desk): TemplateResult {
    return html`<div class="drawer" role="dialog" tabindex="-1" aria-label=${desk.task?.name ?? t('trial.start')}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.rise()}
      @xf-step=${({ detail }: CustomEvent<StepAnswer>) => this.become(detail.rehearsal)}>
      <button class="btn quiet icon close" type="button" aria-label=${t('common.close')} @click=${this.rise}>${icon('x')}</button>
      <xf-trial-sheet .trialId=${rehearsal.id} .now=${Date.parse(rehearsal.now)} .desk=${desk}></xf-trial-sheet>
    </div>`
  }

  private readonly rise = () => {
    this.desk = undefined
  }

  private renderRefusal(): TemplateResult | typeof nothing {
    return this.refusal ? refusalNote(this.refusal, 'refusal.title') : nothing
  }

  private readonly sit = async (desk: Desk) => {
    this.refusal = undefined
    this.desk = desk
    await this.updateComplete
    this.drawer?.focus()
  }

  private readonly cosign = ({ elementId }: RehearsedTask, { id }: Player) =>
    this.perform({ do: 'cosign', task: elementId, by: id })
}

const contentOf = (files: readonly BundleFile[]): string =>
  files
    .filter(({ name }) => !name.endsWith('.scenario.json'))
    .map(({ name, content }) => `${name}\n${content}`)
    .join('\n')

/** `trial-1.scenario.json`, or the next that is free: names of files are Latin, what it is called stands inside. */
function freeName(files: readonly BundleFile[]): string {
  const taken = new Set(files.map(({ name }) => name))
  let n = 1
  while (taken.has(`trial-${n}.scenario.json`)) n++
  return `trial-${n}.scenario.json`
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-trial': DraftTrial
  }
}
