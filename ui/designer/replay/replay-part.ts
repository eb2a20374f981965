import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { KeptReplay, Replay, ReplayReport } from '../../answers/rehearsals.ts'
import { replays } from '../../api-rehearsals.ts'
import type { ProcessDraft } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { problemText } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { dayTime } from '../../office-time.ts'
import { problemOf } from '../../problem.ts'
import { t } from '../../words/index.ts'
import { replayCsv } from './replay-csv.ts'
import { renderReport } from './replay-report.ts'

/** How often it is asked how far it is, ms. */
const ASK_EVERY = 700

/** What a draft would have changed of finished cases: begun with a button, followed, stopped, read and taken out as CSV. */
@customElement('xf-replay-part')
export class ReplayPart extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; }
      .head { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2); }
      h2 { margin: 0; font-size: var(--t-body); }
      h3 { margin: var(--s3) 0 var(--s1); font-size: var(--t-label); color: var(--ink-3); }
      p { margin: var(--s1) 0; line-height: 1.7; max-width: 72ch; }
      ul { margin: 0; padding-left: 1.2em; }
      progress { width: 160px; accent-color: var(--accent); }
      .tbl { margin-top: var(--s2); }
      .tbl td { white-space: normal; }
      .undetermined { color: var(--amber); }
      .differs { color: var(--red); }
    `,
  ]

  @property({ attribute: false }) draft: ProcessDraft | undefined
  @state() private replay: Replay | undefined
  @state() private kept: KeptReplay | null = null
  @state() private failure = ''
  private timer: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('draft')
    if (changed.has('draft') && before?.id !== this.draft?.id) void this.fetchKept()
  }

  private async fetchKept(): Promise<void> {
    const id = this.draft?.id
    this.replay = undefined
    this.kept = id === undefined ? null : await replays.kept(id).catch(() => null)
  }

  private readonly begin = () => {
    const id = this.draft?.id
    if (id !== undefined) void this.attempt(() => replays.begin(id))
  }

  private async attempt(ask: () => Promise<Replay>): Promise<void> {
    clearTimeout(this.timer)
    this.failure = ''
    try {
      this.replay = await ask()
    } catch (error) {
      this.failure = problemText(problemOf(error))
      return
    }
    const { id, state } = this.replay
    if (state === 'done') await this.fetchKept()
    if (state === 'running' && this.isConnected)
      this.timer = setTimeout(() => void this.attempt(() => replays.get(id)), ASK_EVERY)
  }

  private readonly cancel = async () => {
    const { replay } = this
    if (!replay) return
    await replays.cancel(replay.id).catch(() => undefined)
    await this.attempt(() => replays.get(replay.id))
  }

  protected override render(): TemplateResult {
    const { replay, failure, kept } = this
    const isRunning = replay?.state === 'running'
    return html`<div class="head"><h2>${t('replay.title')}</h2>
        ${isRunning ? this.renderProgress(replay) : html`<button class="btn" type="button" @click=${this.begin}>${icon('refresh')}${t('replay.begin')}</button>`}
        ${kept ? html`<button class="btn quiet" type="button" @click=${() => this.save(kept.report)}>${t('replay.csv')}</button>` : nothing}</div>
      ${kept || failure ? nothing : html`<p class="dim">${t('replay.what')}</p>`}
      ${failure ? html`<p class="late" role="alert">${failure}</p>` : nothing}
      ${replay ? this.renderEnd(replay) : nothing} ${kept && !isRunning ? this.renderKept(kept) : nothing}`
  }

  private renderProgress({ done, total }: Replay): TemplateResult {
    return html`<progress max=${Math.max(total, 1)} value=${done} aria-label=${t('replay.title')}></progress>
      <span class="dim" role="status">${t('replay.progress', { done, total })}</span>
      <button class="btn quiet" type="button" @click=${this.cancel}>${t('replay.cancel')}</button>`
  }

  private renderEnd({ state, problem }: Replay): TemplateResult | typeof nothing {
    if (state === 'cancelled') return html`<p role="status">${t('replay.cancelled')}</p>`
    if (state !== 'failed') return nothing
    return html`<p role="alert">${t('replay.failed', { why: problem ?? t('replay.whyUnknown') })}</p>`
  }

  private renderKept({ revision, madeBy, madeAt, report }: KeptReplay): TemplateResult {
    const isStale = revision !== this.draft?.revision
    return html`<p class="dim">${t('replay.made', { who: madeBy.name, time: dayTime(madeAt), revision })}${isStale ? ` ${t('replay.stale')}` : ''}</p>
      ${renderReport(report)}`
  }

  private save(report: ReplayReport): void {
    const address = URL.createObjectURL(new Blob([replayCsv(report)], { type: 'text/csv;charset=utf-8' }))
    const link = Object.assign(document.createElement('a'), { href: address, download: 'replay.csv' })
    link.click()
    URL.revokeObjectURL(address)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-replay-part': ReplayPart
  }
}
