import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Change } from '../../../server/prose/index.ts'
import type { KeptReplay, ScenarioRun } from '../../answers/rehearsals.ts'
import { definitionFiles } from '../../api-definition-files.ts'
import { rehearsals, replays } from '../../api-rehearsals.ts'
import type { ProcessDraft } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { problemText } from '../../components/faces.ts'
import { dayTime } from '../../office-time.ts'
import { language } from '../../preferences.ts'
import { problemOf } from '../../problem.ts'
import { t } from '../../words/index.ts'
import { changeList, changeListStyles } from '../compare/change-list.ts'
import { changesBetween } from '../compare/changes-between.ts'
import { type Judgement, judgementOf } from '../problems/lint-counts.ts'

/** What was found, why it could not be, or nothing while it is asked. */
type Found<T> = { value: T } | { failure: string } | undefined

/** The version that would be replaced, and what is changed of it; null for a new procedure. */
type Compared = { version: number; changes: readonly Change[] } | null

/** All that there is to know of a draft before it is published: what it changes, what the rules, scenarios and replay say. */
@customElement('xf-review-findings')
export class ReviewFindings extends XfElement {
  static override styles = [
    XfElement.styles,
    changeListStyles,
    css`
      :host { display: block; margin-top: var(--s3); }
      section { display: grid; grid-template-columns: 72px minmax(0, 1fr); gap: 0 var(--s3); padding: var(--s2) 0; border-top: 1px solid var(--line); }
      h3 { margin: 0; color: var(--ink-3); font-size: var(--t-label); font-weight: var(--w); line-height: 24px; }
      p { margin: 0; line-height: 24px; overflow-wrap: anywhere; }
      ul { margin: 0; padding-left: 1.2em; }
      .told { grid-column: 1 / -1; max-height: 240px; overflow: auto; }
      .bad { color: var(--red); }
      .open { color: var(--amber); }
      @media (max-width: 480px) { section { grid-template-columns: minmax(0, 1fr); } }
    `,
  ]

  @property({ attribute: false }) draft!: ProcessDraft
  @state() private compared: Found<Compared>
  @state() private judged: Found<Judgement>
  @state() private runs: Found<readonly ScenarioRun[]>
  @state() private replay: Found<KeptReplay | null>

  override connectedCallback(): void {
    super.connectedCallback()
    const { id, files } = this.draft
    void found(compare(this.draft)).then(answer => (this.compared = answer))
    void found(judgementOf(files)).then(answer => (this.judged = answer))
    void found(replays.kept(id)).then(answer => (this.replay = answer))
    void found(rehearsals.runScenarios(files).then(({ items }) => items)).then(answer => (this.runs = answer))
  }

  protected override render(): TemplateResult {
    return html`
      <section data-part="changes"><h3>${t('compare.list')}</h3>${told(this.compared, compared => this.renderChanges(compared))}</section>
      <section data-part="lint"><h3>${t('drafts.lint')}</h3>${told(this.judged, renderJudgement)}</section>
      <section data-part="scenarios"><h3>${t('scenario.title')}</h3>${told(this.runs, renderRuns, 'scenario.running')}</section>
      <section data-part="replay"><h3>${t('review.replay')}</h3>${told(this.replay, kept => this.renderReplay(kept))}</section>`
  }

  private renderChanges(compared: Compared): TemplateResult {
    if (compared === null) return html`<p>${t('compare.new')}</p>`
    const { version, changes } = compared
    const count = changes.length === 0 ? t('compare.none') : t('compare.count', { n: changes.length })
    const link = html`<a href=${this.comparison} target="_blank">${t('compare.open')}</a>`
    return html`<p>${t('review.against', { n: version, count })} ${link}</p>
      ${changes.length > 0 ? html`<div class="told" role="region" tabindex="0" aria-label=${t('compare.list')}>${changeList(changes, undefined, this.look)}</div>` : nothing}`
  }

  private renderReplay(kept: KeptReplay | null): TemplateResult {
    const link = html`<a href="/designer/drafts/${this.draft.id}?left=trial" target="_blank">${t(kept ? 'review.replayOpen' : 'review.replayMake')}</a>`
    if (kept === null) return html`<p><span class="open">${t('review.replayNone')}</span> ${link}</p>`
    const { madeBy, madeAt, revision, report } = kept
    const { counts, finished, from, cases, limits, roles } = report
    const n = counts.same + counts.differs + counts.undetermined + counts.unplayable
    const isStale = revision !== this.draft.revision
    const isSame = cases.length === 0 && limits.length === 0 && roles.length === 0 && n > 0
    return html`<div><p>${t('replay.said', { version: from, finished, n, ...counts })} ${isSame ? t('replay.noDifference') : ''}</p>
      <p>${t('review.replayMore', { limits: limits.length, roles: roles.length })} ${link}</p>
      <p class="dim">${t('replay.made', { who: madeBy.name, time: dayTime(madeAt), revision })}</p>
      ${isStale ? html`<p class="open">${t('replay.stale')}</p>` : nothing}</div>`
  }

  private get comparison(): string {
    return `/designer/drafts/${this.draft.id}/compare`
  }

  /** Where a change is drawn; the dialog stays. */
  private readonly look = () => void window.open(this.comparison, '_blank')
}

async function compare({ basedOn, files }: ProcessDraft): Promise<Compared> {
  if (!basedOn) return null
  const base = await definitionFiles(basedOn.processDefinitionKey)
  const [latest] = base.versions
  const isLatest = !latest || latest.version === base.version
  const inForce = isLatest ? base : await definitionFiles(latest.processDefinitionKey)
  return { version: inForce.version, changes: await changesBetween(inForce.files, files) }
}

async function found<T>(asked: Promise<T>): Promise<Found<T>> {
  try {
    return { value: await asked }
  } catch (error) {
    return { failure: problemText(problemOf(error)) }
  }
}

function told<T>(
  answer: Found<T>,
  render: (value: T) => TemplateResult,
  asking: 'drafts.lint.asking' | 'scenario.running' = 'drafts.lint.asking',
): TemplateResult {
  if (answer === undefined) return html`<p class="dim" role="status">${t(asking)}</p>`
  if ('value' in answer) return render(answer.value)
  return html`<p class="bad" role="alert">${t('review.failed', { why: answer.failure })}</p>`
}

function renderJudgement(judgement: Judgement): TemplateResult {
  if (judgement === 'failed') return html`<p class="bad">${t('drafts.lint.none')}</p>`
  const { errors, warnings } = judgement
  if (errors + warnings === 0) return html`<p>${t('drafts.lint.clean')}</p>`
  const parts = [
    ...(errors > 0 ? [html`<span class="bad">${t('drafts.lint.errors', { n: errors })}</span>`] : []),
    ...(warnings > 0 ? [html`<span class="open">${t('drafts.lint.warnings', { n: warnings })}</span>`] : []),
  ]
  return html`<p>${parts.map((part, index) => (index > 0 ? html` · ${part}` : part))}</p>`
}

function renderRuns(runs: readonly ScenarioRun[]): TemplateResult {
  if (runs.length === 0) return html`<p class="open">${t('review.noScenarios')}</p>`
  const others = runs.filter(({ isGreen }) => !isGreen)
  const green = runs.length - others.length
  const uncast = others.filter(({ isUncast }) => isUncast).length
  const red = others.length - uncast
  return html`<div>
    ${green > 0 ? html`<p>${t('review.green', { n: green, of: runs.length })}</p>` : nothing}
    ${red > 0 ? html`<p class="bad">${t('review.red', { n: red })}</p>` : nothing}
    ${uncast > 0 ? html`<p class="open">${t('review.uncast', { n: uncast })}</p>` : nothing}
    <ul ?hidden=${others.length === 0}>${others.map(({ name, problem }) => html`<li>${name}${problem ? html` — ${problem[language() === 'en' ? 'en' : 'zh']}` : nothing}</li>`)}</ul></div>`
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-review-findings': ReviewFindings
  }
}
