import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { knownBeside } from '../../api-lint.ts'
import type { BundleFile, ProcessDraft } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { language } from '../../preferences.ts'
import { t } from '../../words/index.ts'
import { DraftLinter } from './draft-linter.ts'
import { counted, inOrder, marksOf } from './in-order.ts'
import type { LintAnswer, TaughtProblem } from './lint-worker.ts'

/** What the canvas and the tab are told after each check. */
export interface ProblemsFound {
  /** Everything that wears a mark, the heaviest first. */
  elementIds: string[]
  marks: ReturnType<typeof marksOf>
  counts: ReturnType<typeof counted>
}

/** What the rules say of a draft while one works on it, with what can be done about it at once. */
@customElement('xf-draft-problems')
export class ProblemsPanel extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: block; overflow: auto; font-size: var(--t-table); }
      :host([hidden]) { display: none; }
      ol { margin: 0; padding: 0; list-style: none; }
      li { padding: 8px var(--s4); border-bottom: 1px solid var(--line); line-height: 1.6; }
      li[aria-current] { background: var(--picked); }
      .line { display: grid; grid-template-columns: 20px minmax(0, 1fr) auto; gap: var(--s2); align-items: start; }
      i { font: 13px/18px var(--song); height: 20px; text-align: center; border: 1px solid var(--edge); border-radius: var(--r1); color: var(--ink-2); }
      .error i { border-color: var(--red); color: var(--red); }
      .say { padding: 0; border: 0; background: none; color: inherit; font: inherit; line-height: inherit; text-align: start; cursor: pointer; overflow-wrap: anywhere; }
      .do { display: flex; gap: var(--s3); white-space: nowrap; }
      .do > :is(button, a) { min-height: 24px; min-width: 24px; padding: 0; border: 0; background: none; color: var(--accent); font: inherit; line-height: inherit; text-decoration: none; cursor: pointer; }
      .do > :is(button, a):hover { text-decoration: underline; }
      .why { margin-inline-start: 28px; color: var(--ink-2); font-size: var(--t-label); }
      .why > p { margin: var(--s1) 0 0; }
      .more > svg { transition: transform 120ms; }
      .more[aria-expanded="true"] > svg { transform: rotate(180deg); }
      @media (prefers-reduced-motion: reduce) { .more > svg { transition: none; } }
      .foot { padding: var(--s2) var(--s4) var(--s3); color: var(--ink-3); font-size: var(--t-label); }
      @media (max-width: 600px) {
        .line { grid-template-columns: 20px minmax(0, 1fr); }
        .do { grid-column: 2; }
        .do > :is(button, a) { padding-block: 12px; }
      }
    `,
  ]

  @property({ attribute: false }) draft: ProcessDraft | undefined
  @property({ attribute: false }) files: readonly BundleFile[] = []
  @property({ attribute: false }) picked: string | undefined
  @property({ attribute: false }) isReadOnly = false
  @state() private problems: readonly TaughtProblem[] | undefined
  @state() private ruleCount = 0
  @state() private failure: string | undefined
  @state() private isAsking = true
  @state() private explained: string | undefined
  private linter: DraftLinter | undefined
  private leaving: AbortController | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    void this.begin()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.leaving?.abort()
    this.linter?.close()
    this.linter = undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('files')) this.judge()
  }

  /** What the house knows is asked once; a page that stays open over midnight asks again when it is opened anew. */
  private readonly begin = async () => {
    this.leaving = new AbortController()
    const { signal } = this.leaving
    this.failure = undefined
    try {
      const known = await knownBeside(signal)
      if (signal.aborted) return
      this.linter = new DraftLinter(known, this.hear)
      this.judge()
    } catch (error) {
      if (!signal.aborted) this.fail(String(error))
    }
  }

  private judge(): void {
    if (!this.linter || this.files.length === 0) return
    this.isAsking = true
    this.linter.judge(this.files)
  }

  private readonly hear = (answer: LintAnswer) => {
    if ('failure' in answer) return this.fail(answer.failure)
    const problems = inOrder(answer.problems)
    this.failure = undefined
    this.isAsking = false
    this.problems = problems
    this.ruleCount = answer.ruleCount
    const marks = marksOf(problems)
    const elementIds = marks.map(({ elementId }) => elementId)
    const counts = counted(problems)
    this.tell<ProblemsFound>('xf-problems', { elementIds, marks, counts })
    this.tell('xf-count', { count: counts.error + counts.warning })
  }

  private fail(why: string): void {
    this.failure = why
    this.isAsking = false
  }

  private readonly again = () => {
    if (this.linter) this.judge()
    else void this.begin()
  }

  protected override render(): TemplateResult {
    const { problems } = this
    return html`
      <ol aria-label=${t('draft.problems.list')} aria-busy=${this.isAsking}>${problems?.map(problem => this.renderProblem(problem))}</ol>
      <p class="foot" role="status">${this.renderStanding(problems)}</p>
    `
  }

  private renderStanding(problems: readonly TaughtProblem[] | undefined) {
    if (this.failure !== undefined)
      return html`${t('draft.problems.failed', { why: this.failure })} <button class="btn quiet" @click=${this.again}>${icon('refresh')}${t('draft.problems.again')}</button>`
    if (!problems) return t('draft.problems.asking')
    const asked = t('draft.problems.asked', { n: this.ruleCount, ...counted(problems) })
    return problems.length === 0 ? html`${t('draft.problems.none')}。${asked}` : asked
  }

  private renderProblem(problem: TaughtProblem): TemplateResult {
    const { severity, elementId, message, why, mend, file, rule } = problem
    const isPicked = elementId !== '' && elementId === this.picked
    const key = `${rule} ${elementId} ${message.zh}`
    const isExplained = this.explained === key
    return html`<li class=${severity} aria-current=${isPicked ? 'true' : nothing} data-rule=${rule} data-element=${elementId}>
      <div class="line">
        <i role="img" title=${t(`draft.problems.severity.${severity}`)} aria-label=${t(`draft.problems.severity.${severity}`)}>${t(`draft.problems.mark.${severity}`)}</i>
        <button class="say" type="button" @click=${() => this.tell('xf-pick', { elementId })}>${message[language() === 'en' ? 'en' : 'zh']}</button>
        <span class="do">
          ${this.renderActs(problem)}
          <button class="more" type="button" aria-label=${t('draft.problems.whyMend')} title=${t('draft.problems.whyMend')} aria-expanded=${isExplained}
            aria-controls=${isExplained ? 'why' : nothing} @click=${() => {
              this.explained = isExplained ? undefined : key
            }}>${icon('down')}</button>
        </span>
      </div>
      ${
        isExplained
          ? html`<div class="why" id="why">
              <p lang="zh">${why}</p>
              <p lang="zh">${mend}</p>
              <p class="mono">${[file, elementId, rule].filter(part => part !== '').join(' · ')}</p>
            </div>`
          : nothing
      }
    </li>`
  }

  /** The way that leads to it, the article it breaks, and what mends it. */
  private renderActs({ way, article, law, fix }: TaughtProblem) {
    return [
      way && way.length > 1
        ? html`<button type="button" @click=${() => this.tell('xf-way', { elementIds: [...way] })}>${t('draft.problems.way')}</button>`
        : nothing,
      article ? html`<a href=${addressOf(article)} title=${law ?? ''}>${t('draft.problems.law')}</a>` : nothing,
      fix && !this.isReadOnly
        ? html`<button type="button" data-fix=${fix.kind} title=${'value' in fix ? `${fix.key} = ${fix.value}` : nothing} @click=${() => this.tell('xf-edit', { edits: [fix] })}>${t(`draft.problems.fix.${fix.kind === 'set-header' && ADDED.has(fix.key) ? 'add-header' : fix.kind}`)}</button>`
        : nothing,
    ]
  }
}

/** Headers that a rule misses rather than mends. */
const ADDED: ReadonlySet<string> = new Set(['basis', 'cosign', 'enforcementAct'])

const addressOf = ({ law, article }: { law: string; article: string }): string =>
  `/statutes/${encodeURIComponent(law)}?${new URLSearchParams({ article })}`

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-problems': ProblemsPanel
  }
}
