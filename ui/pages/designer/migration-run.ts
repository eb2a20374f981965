import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { type MigrationDetailJson, migrations } from '../../api-migrations.ts'
import type { ProblemDetails } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { failureNote, refusalNote } from '../../components/refusal.ts'
import { openRecord, reasonField } from '../../dialogs/record/open-record.ts'
import { dayTime } from '../../office-time.ts'
import { problemOf } from '../../problem.ts'
import { Resource } from '../../resource.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { instanceLink } from './migration-cells.ts'

type Row = MigrationDetailJson['instances'][number]

/** One plan: who made and approved it, how far it has gone, what became of each instance, and the way back. */
@customElement('xf-migration-run')
export class MigrationRun extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      :host { display: block; border-top: 1px solid var(--rule); padding: var(--s3) 0 var(--s4); }
      .head { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s3); }
      .head .end { margin-inline-start: auto; display: flex; gap: var(--s2); }
      progress { width: 100%; height: 8px; margin-top: var(--s2); accent-color: var(--accent); }
      .out { max-height: 46dvh; overflow: auto; margin-top: var(--s2); }
      summary { cursor: pointer; padding: var(--s2) 0; font-size: var(--t-table); }
      :host(:first-of-type) { border-top: 0; }
    `,
  ]

  @property() migrationId = ''
  @property({ type: Boolean }) readonly = false
  @state() private problem: ProblemDetails | undefined
  @state() private isRunning = false

  private readonly plan = new Resource<MigrationDetailJson>(this, {
    load: signal => migrations.get(this.migrationId, signal),
    kinds: ['process-draft', 'process-instance'],
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('migrationId')) void this.plan.reload()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.isRunning = false
  }

  private async act(send: () => Promise<MigrationDetailJson>): Promise<void> {
    this.problem = undefined
    try {
      this.plan.show(await send())
    } catch (error) {
      this.problem = problemOf(error)
    }
    this.tell('xf-moved')
  }

  /** Batch by batch until none waits, or somebody stops it; what is done stays done. */
  private async run(): Promise<void> {
    this.isRunning = true
    while (this.isRunning && this.problem === undefined && (this.plan.value?.counts.waiting ?? 0) > 0)
      await this.act(() => migrations.runBatch(this.migrationId))
    this.isRunning = false
  }

  private async ask(title: string, send: (reason: string) => Promise<MigrationDetailJson>): Promise<void> {
    await openRecord({
      title,
      text: '',
      fields: [reasonField()],
      submit: t('migration.confirm'),
      send: async ({ reason = '' }) => this.plan.show(await send(reason)),
    })
    this.tell('xf-moved')
  }

  protected override render(): TemplateResult {
    return html`${this.plan.render(plan => this.renderPlan(plan), 2)}`
  }

  private renderPlan(plan: MigrationDetailJson): TemplateResult {
    const { counts, total, decidedBy, decidedAt, decisionReason } = plan
    const done = total - counts.waiting
    const decision = t(`migration.state.${plan.state}`)
    return html`<div class="head">
        <b>${t('migration.version', { n: plan.source.version })} → ${t('migration.version', { n: plan.target.version })}</b>
        <span class="tag">${t(plan.state === 'approved' && done === total ? 'migration.state.done' : `migration.state.${plan.state}`)}</span>
        <div class="end">${this.readonly ? nothing : this.renderActs(plan)}</div>
      </div>
      <p class="sub">${t('migration.by', { who: plan.proposedBy.name, when: dayTime(plan.proposedAt), reason: plan.reason })}</p>
      ${decidedBy && decidedAt ? html`<p class="sub">${t('migration.decided', { who: decidedBy.name, when: dayTime(decidedAt), what: decisionReason === null ? decision : `${decision}：${decisionReason}` })}</p>` : nothing}
      ${
        plan.state === 'approved'
          ? html`<progress max=${total} value=${done} aria-label=${t('migration.progress', { done, total })}></progress>
            <p role="status">${t('migration.progress', { done, total })} · <span class="sub">${t('migration.counts', counts)}</span></p>`
          : nothing
      }
      ${this.problem ? (this.problem.rule ? refusalNote(this.problem, 'refusal.title') : failureNote(this.problem, t('migration.failed'))) : nothing}
      <details ?open=${plan.state === 'approved' && counts.waiting > 0}><summary>${t('migration.instances', { n: total })}</summary><div class="out"><table class="tbl stack">
        <thead><tr><th>${t('migration.case')}</th><th>${t('migration.steps')}</th><th>${t('migration.state')}</th><th>${t('migration.at')}</th></tr></thead>
        <tbody>${plan.instances.map(row => this.renderRow(plan, row))}</tbody>
      </table></div></details>`
  }

  private renderActs(plan: MigrationDetailJson): TemplateResult | typeof nothing {
    if (plan.state === 'proposed')
      return html`${plan.isMine ? html`<span class="sub">${t('migration.approveOwn')}</span>` : html`<button class="btn primary" type="button" @click=${() => this.act(() => migrations.approve(plan.id))}>${t('migration.approve')}</button>`}
        <button class="btn" type="button" @click=${() => this.ask(t('migration.refuseTitle'), reason => migrations.refuse(plan.id, reason))}>${t('migration.refuse')}</button>`
    if (plan.state !== 'approved' || plan.counts.waiting === 0) return nothing
    if (this.isRunning)
      return html`<button class="btn" type="button" @click=${() => {
        this.isRunning = false
      }}>${t('migration.pause')}</button>`
    const isBegun = plan.counts.waiting < plan.total
    return html`<button class="btn primary" type="button" @click=${() => this.run()}>${t(isBegun ? 'migration.goOn' : 'migration.run')}</button>`
  }

  private renderRow(plan: MigrationDetailJson, row: Row): TemplateResult {
    const canGoBack = row.state === 'migrated' && !this.readonly
    const title = t('migration.revertTitle', { n: plan.source.version })
    return html`<tr data-state=${row.state}>
      <td data-head=${t('migration.case')}>${instanceLink(row)}</td>
      <td data-head=${t('migration.steps')}>${row.steps.join('、')}</td>
      <td data-head=${t('migration.state')}>${t(`migration.row.${row.state}`)}${row.why === null ? nothing : html`<span class="sub"> · ${row.why}</span>`}</td>
      <td data-head=${t('migration.at')} class="sub">${row.at === null ? '' : dayTime(row.at)}
        ${canGoBack ? html`<button class="btn quiet" type="button" @click=${() => this.ask(title, reason => migrations.takeBack(plan.id, row.processInstanceKey, reason))}>${t('migration.revert')}</button>` : nothing}</td>
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-migration-run': MigrationRun
  }
}
