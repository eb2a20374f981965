import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { definitionBundleAddress, processDrafts } from '../../api-process-drafts.ts'
import type { DraftSummary, ProcessDefinition, ProcessDraft } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { openDraftImport } from '../../dialogs/draft-import/open-draft-import.ts'
import { openDiscard } from '../../dialogs/draft-review/open-draft-review.ts'
import { openNewProcedure } from '../../dialogs/new-procedure/open-new-procedure.ts'
import { navigate } from '../../navigation.ts'
import { dayTime } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { draftTable, type Judgements, nameOfSave } from './draft-list.ts'

/** Procedures, for administrators: drafts and where they stand, what is in force and what runs on it. */
@customElement('xf-designer-page')
export class DesignerPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .end { display: flex; gap: var(--s2); }
      .acts { white-space: nowrap; text-align: right; }
      .drafts { margin-bottom: var(--s6); }
      .wrong { color: var(--red); }
      @media (max-width: 900px) { .tbl.stack .acts { text-align: left; margin-left: -8px; } }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @state() private judgements: Judgements = new Map()
  private readonly definitions = new Resource<readonly ProcessDefinition[]>(this, {
    load: async signal => (await api.definitions(signal)).items,
    kinds: ['process-definition', 'process-instance', 'incident', 'process-draft'],
  })
  private readonly drafts = new Resource<readonly DraftSummary[]>(this, {
    load: async signal => {
      const { items } = await processDrafts.list(signal)
      void this.judge(items)
      return items
    },
    kinds: ['process-draft', 'process-definition'],
  })

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('designer.title')} · ${t('common.product')}`
  }

  /** The rules come with a worker of their own, once there is something to judge. */
  private async judge(drafts: readonly DraftSummary[]): Promise<void> {
    const unknown = drafts.filter(draft => !this.judgements.has(nameOfSave(draft)))
    if (unknown.length === 0) return
    const { judgeDrafts } = await import('./draft-judge.ts')
    await judgeDrafts(unknown, (save, judgement) => {
      this.judgements = new Map([...this.judgements, [save, judgement]])
    }).catch(() => undefined)
  }

  private readonly bring = async (opened: Promise<ProcessDraft | undefined>) => {
    const draft = await opened
    if (draft) navigate(`/designer/drafts/${draft.id}`)
  }

  private readonly discard = async (draft: DraftSummary) => {
    if (await openDiscard(draft)) await this.drafts.refresh()
  }

  protected override render(): TemplateResult {
    const acts = may(['administrate']) ? { discard: (draft: DraftSummary) => void this.discard(draft) } : undefined
    return html`<div class="page">
      <header>
        <h1>${t('designer.title')}</h1><p>${t('designer.text')}</p>
        ${acts ? this.renderActs() : nothing}
      </header>
      <section class="drafts" aria-labelledby="drafts">
        <div class="part"><h2 id="drafts">${t('drafts.title')}</h2></div>
        ${this.drafts.render(items => draftTable(items, this.judgements, acts), 2)}
      </section>
      <section aria-labelledby="published">
        <div class="part"><h2 id="published">${t('drafts.published')}</h2></div>
        ${this.definitions.render(items => (items.length === 0 ? emptyFace(t('designer.empty'), t('designer.emptyText')) : this.renderTable(items)))}
      </section>
    </div>`
  }

  private renderActs(): TemplateResult {
    return html`<span class="end">
      <button class="btn" type="button" @click=${() => this.bring(openDraftImport())}>${t('drafts.import')}</button>
      <button class="btn primary" type="button" @click=${() => this.bring(openNewProcedure())}>${icon('plus')}${t('drafts.newProcedure')}</button>
    </span>`
  }

  private renderTable(items: readonly ProcessDefinition[]): TemplateResult {
    return html`<div class="scroll" data-face="content">
      <table class="tbl stack">
        <thead>
          <tr>
            <th>${t('designer.name')}</th><th>${t('drafts.state')}</th><th>${t('designer.version')}</th><th>${t('designer.published')}</th>
            <th>${t('designer.startedBy')}</th><th class="n">${t('designer.running')}</th><th class="n">${t('designer.incidents')}</th>
            <th><span class="sr">${t('drafts.actions')}</span></th>
          </tr>
        </thead>
        <tbody>${items.map(item => this.renderRow(item))}</tbody>
      </table>
    </div>`
  }

  private renderRow(item: ProcessDefinition): TemplateResult {
    const draft = this.drafts.value?.find(({ processId }) => processId === item.processDefinitionId)
    return html`<tr data-process=${item.processDefinitionId}>
      <td><a href="/designer/${item.processDefinitionKey}"><b>${item.name}</b></a> <span class="mono small dim">${item.processDefinitionId}</span></td>
      <td><span class="tag ${item.retired ? '' : 'live'}">${t(item.retired ? 'drafts.retired' : 'drafts.inForce')}</span></td>
      <td class="nb">${t('designer.versionOf', { n: item.version })} <span class="dim small">${t('designer.versions', { n: item.versions })}</span></td>
      <td class="nb sub">${dayTime(item.deploymentDate)}</td>
      <td class="sub">${item.startRoleNames.join(t('task.comma'))}</td>
      <td class="n" data-head=${t('designer.running')}>${item.runningInstances}</td>
      <td class="n" data-head=${t('designer.incidents')}>${item.incidents}</td>
      <td class="acts full">
        <a class="btn quiet" href=${definitionBundleAddress(item.processDefinitionKey)} download>${t('drafts.export')}</a>
        ${this.renderDoor(item, draft)}
      </td>
    </tr>`
  }

  /** To the draft there is, else to a new one. */
  private renderDoor(item: ProcessDefinition, draft: DraftSummary | undefined): TemplateResult | typeof nothing {
    if (draft) return html`<a class="btn quiet" href="/designer/drafts/${draft.id}">${t('drafts.open')}</a>`
    if (!may(['administrate'])) return nothing
    return html`<button class="btn quiet" type="button" title=${t('drafts.beginText')}
      @click=${() => this.bring(processDrafts.beginFrom(item.processDefinitionKey))}>${t('drafts.beginLong')}</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-designer-page': DesignerPage
  }
}
