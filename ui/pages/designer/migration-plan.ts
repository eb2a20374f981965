import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import {
  type ElementMapping,
  type MigrationDryRunJson,
  type MigrationProposalJson,
  migrations,
  type Versions,
} from '../../api-migrations.ts'
import type { ProblemDetails } from '../../api-types.ts'
import '../../components/diagram/diagram.ts'
import type { ElementMark } from '../../components/diagram/viewer.ts'
import { XfElement } from '../../components/element.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { problemOf } from '../../problem.ts'
import { Resource } from '../../resource.ts'
import page from '../../styles/page.css?inline'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { instanceLink } from './migration-cells.ts'

type Proposed = MigrationProposalJson['mappings'][number]

/** A migration while it is planned: both versions, what becomes what, what that means for each instance. Tells `xf-planned`. */
@customElement('xf-migration-plan')
export class MigrationPlan extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      :host { display: block; }
      .two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s4); }
      figure { margin: 0; }
      figcaption { font-size: var(--t-table); font-weight: var(--w-strong); padding-bottom: var(--s1); }
      xf-diagram { height: max(260px, 34dvh); border: 1px solid var(--line); }
      tr[data-element] { cursor: pointer; }
      .out { max-height: 46dvh; overflow: auto; margin-bottom: var(--s2); }
      select.in { width: auto; min-width: 160px; max-width: 100%; }
      summary { cursor: pointer; padding: var(--s2) 0; font-size: var(--t-table); }
      .act { display: grid; gap: var(--s3); max-width: 640px; margin-top: var(--s4); }
      @media (max-width: 900px) { .two { grid-template-columns: minmax(0, 1fr); } }
    `,
  ]

  @property({ attribute: false }) versions!: Versions
  /** Who may only read plans none. */
  @property({ type: Boolean }) readonly = false
  @state() private picked: Proposed | undefined
  @state() private chosen: ReadonlyMap<string, string | undefined> = new Map()
  @state() private run: MigrationDryRunJson | undefined
  @state() private problem: ProblemDetails | undefined
  @state() private wrong = ''
  @state() private busy = false
  private trying: AbortController | undefined

  private readonly proposal = new Resource<{ plan: MigrationProposalJson; xml: readonly [string, string] }>(this, {
    load: async signal => {
      const { sourceProcessDefinitionKey: source, targetProcessDefinitionKey: target } = this.versions
      const asked = [
        migrations.plan(this.versions, signal),
        api.diagram(source, signal),
        api.diagram(target, signal),
      ] as const
      const [plan, before, after] = await Promise.all(asked)
      this.chosen = new Map(plan.mappings.map(({ source: { id }, target: found }) => [id, found?.id]))
      void this.tryOut()
      return { plan, xml: [before, after] as const }
    },
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('versions')) return
    this.run = undefined
    this.picked = undefined
    void this.proposal.reload()
  }

  private get mappings(): ElementMapping[] {
    return [...this.chosen].flatMap(([sourceElementId, targetElementId]) =>
      targetElementId === undefined ? [] : [{ sourceElementId, targetElementId }],
    )
  }

  private async tryOut(): Promise<void> {
    this.trying?.abort()
    this.trying = new AbortController()
    const { signal } = this.trying
    this.problem = undefined
    try {
      const run = await migrations.dryRun(this.versions, this.mappings, signal)
      if (!signal.aborted) this.run = run
    } catch (error) {
      if (!signal.aborted) this.problem = problemOf(error)
    }
  }

  private choose(sourceId: string, targetId: string): void {
    this.chosen = new Map([...this.chosen, [sourceId, targetId === '' ? undefined : targetId]])
    void this.tryOut()
  }

  private readonly propose = async (event: Event) => {
    event.preventDefault()
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim()
    this.wrong = reason === '' ? t('migration.reasonMissing') : ''
    if (reason === '') return
    this.busy = true
    this.problem = undefined
    try {
      const planned = await migrations.propose(this.versions, this.mappings, reason)
      say({ text: t('migration.proposed') })
      this.tell('xf-planned', planned)
    } catch (error) {
      this.problem = problemOf(error)
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    return html`${this.proposal.render(({ plan, xml }) => this.renderPlan(plan, xml), 8)}`
  }

  private renderPlan(plan: MigrationProposalJson, [before, after]: readonly [string, string]): TemplateResult {
    const targetOf = (id: string | undefined) => (id === undefined ? undefined : this.chosen.get(id))
    const pick = (find: (each: Proposed) => boolean) => {
      this.picked = plan.mappings.find(find)
    }
    return html`<div class="two">
        <figure>
          <figcaption>${t('migration.before')} · ${t('migration.version', { n: plan.source.version })}</figcaption>
          <xf-diagram .xml=${before} .picked=${this.picked?.source.id} .notes=${this.notesBefore(plan)}
            @xf-pick=${(event: CustomEvent<string>) => pick(({ source }) => source.id === event.detail)}></xf-diagram>
        </figure>
        <figure>
          <figcaption>${t('migration.after')} · ${t('migration.version', { n: plan.target.version })}</figcaption>
          <xf-diagram .xml=${after} .picked=${targetOf(this.picked?.source.id)} .notes=${this.notesAfter(plan)}
            @xf-pick=${(event: CustomEvent<string>) => pick(({ source }) => targetOf(source.id) === event.detail)}></xf-diagram>
        </figure>
      </div>
      <div class="part"><h2>${t('migration.mapping')}</h2><span class="count">${plan.mappings.length}</span></div>
      <p class="sub">${t('migration.mappingText')}</p>
      ${this.renderMappings(plan.mappings)}
      ${plan.added.length === 0 ? nothing : html`<p class="sub">${t('migration.added', { names: plan.added.map(({ name }) => name).join('、') })}</p>`}
      <div class="part"><h2>${t('migration.dryRun')}</h2></div>
      ${this.renderRun()}
      ${this.problem ? this.renderProblem(this.problem) : nothing}
      ${this.readonly ? nothing : this.renderAct()}`
  }

  private renderProblem(problem: ProblemDetails): TemplateResult {
    return problem.rule ? refusalNote(problem, 'refusal.title') : failureNote(problem, t('migration.failed'))
  }

  /** What becomes nothing, and what is found by its name, is written on the version before. */
  private notesBefore({ mappings }: MigrationProposalJson): ElementMark[] {
    return mappings.flatMap(({ source: { id } }) => {
      const target = this.chosen.get(id)
      if (target === id) return []
      const text = t(target === undefined ? 'migration.mark.lost' : 'migration.mark.renamed')
      return [{ elementId: id, flag: { kind: target === undefined ? ('fault' as const) : ('hand' as const), text } }]
    })
  }

  private notesAfter({ mappings, added }: MigrationProposalJson): ElementMark[] {
    const mark = (elementId: string, text: string): ElementMark => ({ elementId, flag: { kind: 'hand', text } })
    const renamed = mappings.flatMap(({ source: { id } }) => {
      const target = this.chosen.get(id)
      return target === undefined || target === id ? [] : [mark(target, t('migration.mark.renamed'))]
    })
    const reached = new Set(this.chosen.values())
    return [
      ...renamed,
      ...added.filter(({ id }) => !reached.has(id)).map(({ id }) => mark(id, t('migration.mark.new'))),
    ]
  }

  /** First what somebody has to look at; what is the same in both versions is folded. */
  private renderMappings(all: readonly Proposed[]): TemplateResult {
    const isSame = ({ source: { id }, found }: Proposed) => found === 'same' && this.chosen.get(id) === id
    const same = all.filter(isSame)
    const others = all.filter(each => !isSame(each))
    const isPickedSame = this.picked !== undefined && isSame(this.picked)
    return html`${others.length === 0 ? nothing : this.renderTable(others)}
      <details ?open=${isPickedSame}><summary>${t('migration.sameIds', { n: same.length })}</summary>${this.renderTable(same)}</details>`
  }

  private renderTable(mappings: readonly Proposed[]): TemplateResult {
    return html`<div class="out"><table class="tbl stack">
      <thead><tr><th>${t('migration.before')}</th><th>${t('migration.after')}</th><th>${t('migration.found')}</th></tr></thead>
      <tbody>${mappings.map(each => this.renderMapping(each))}</tbody>
    </table></div>`
  }

  private renderMapping(each: Proposed): TemplateResult {
    const { source, choices, found, target } = each
    const now = this.chosen.get(source.id)
    const how = now === undefined ? 'none' : now === target?.id ? (found ?? 'chosen') : 'chosen'
    return html`<tr data-element=${source.id} aria-selected=${each === this.picked ? 'true' : nothing} @click=${() => {
      this.picked = each
    }}>
      <td data-head=${t('migration.before')}>${source.name} <span class="mono dim">${source.id}</span></td>
      <td data-head=${t('migration.after')}>
        <select class="in" aria-label=${`${t('migration.after')}：${source.name}`} ?disabled=${this.readonly}
          @focus=${() => {
            this.picked = each
          }}
          @change=${(event: Event) => this.choose(source.id, (event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${now === undefined}>${t('migration.notMapped')}</option>
          ${choices.map(({ id, name }) => html`<option value=${id} ?selected=${id === now}>${name}${name === id ? '' : ` · ${id}`}</option>`)}
        </select>
      </td>
      <td data-head=${t('migration.found')} class="sub">${t(`migration.found.${how}`)}</td>
    </tr>`
  }

  private renderRun(): TemplateResult {
    const { run } = this
    if (!run) return html`<p class="sub" role="status">${this.problem ? '' : t('migration.dryRunBusy')}</p>`
    return html`<p role="status">${t('migration.dryRunText', { total: run.total, fitting: run.fitting })}</p>
      <div class="out"><table class="tbl stack">
        <thead><tr><th>${t('migration.case')}</th><th>${t('migration.steps')}</th><th>${t('migration.verdict')}</th></tr></thead>
        <tbody>${run.items.map(
          item => html`<tr data-fits=${item.fits}>
          <td data-head=${t('migration.case')}>${instanceLink(item)}</td>
          <td data-head=${t('migration.steps')}>${item.steps.join('、')}</td>
          <td data-head=${t('migration.verdict')}>${verdict(item)}</td>
        </tr>`,
        )}</tbody>
      </table></div>`
  }

  private renderAct(): TemplateResult {
    const fitting = this.run?.fitting ?? 0
    return html`<form class="act" novalidate @submit=${this.propose}>
      <div class="field">
        <label class="label" for="reason">${t('migration.reason')}</label>
        <textarea class="in" id="reason" name="reason" rows="2" maxlength="500" aria-describedby="reason-help reason-err"></textarea>
        <div class="help" id="reason-help">${t('migration.reasonHelp')}</div>
        <div class="err" id="reason-err" role="alert">${this.wrong}</div>
      </div>
      <div><button class="btn primary" ?disabled=${this.busy || fitting === 0}>${t('migration.propose', { n: fitting })}</button></div>
    </form>`
  }
}

function verdict({ fits, becomes, why, detail }: MigrationDryRunJson['items'][number]): TemplateResult {
  if (!fits)
    return html`${why ?? ''}${detail ? html`<details><summary class="dim small">${t('migration.engineSaid')}</summary><p class="small" lang="en">${detail}</p></details>` : nothing}`
  const moves = becomes.filter(({ from, to }) => from !== to).map(({ from, to }) => `${from} → ${to}`)
  return html`${moves.length === 0 ? t('migration.fits') : t('migration.fitsAs', { moves: moves.join('；') })}`
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-migration-plan': MigrationPlan
  }
}
