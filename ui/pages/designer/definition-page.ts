import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { definitionBundleAddress, processDrafts } from '../../api-process-drafts.ts'
import type { DefinitionDetail } from '../../api-types.ts'
import '../../components/diagram/diagram.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { openRetirement } from '../../dialogs/draft-review/open-draft-review.ts'
import { navigate } from '../../navigation.ts'
import { dayTime } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'

/** One version of a procedure: its diagram, and its steps as a table beside it. */
@customElement('xf-definition-page')
export class DefinitionPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .back { margin-left: -8px; }
      .page { max-width: none; }
      xf-diagram { height: max(420px, calc(100dvh - 220px)); border: 1px solid var(--line); }
      .cols { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: var(--s6); }
      .cols .part { margin-top: 0; }
      .kv { margin-bottom: var(--s6); }
      .note { margin-bottom: var(--s4); }
      @media (max-width: 900px) { .cols { grid-template-columns: minmax(0, 1fr); } xf-diagram { height: 60dvh; } }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @state() private picked: string | undefined
  private readonly definition = new Resource<{ detail: DefinitionDetail; xml: string }>(this, {
    load: async signal => {
      const key = this.params.key ?? ''
      const [detail, xml] = await Promise.all([api.definition(key, {}, signal), api.diagram(key, signal)])
      return { detail, xml }
    },
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params')) void this.definition.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${this.definition.value?.detail.name ?? t('designer.detail')} · ${t('common.product')}`
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <a class="btn quiet back" href="/designer">${icon('left')}${t('designer.title')}</a>
      ${this.definition.render(({ detail, xml }) => this.renderContent(detail, xml), 8)}
    </div>`
  }

  private readonly begin = async ({ processDefinitionKey }: DefinitionDetail) => {
    const { id } = await processDrafts.beginFrom(processDefinitionKey)
    navigate(`/designer/drafts/${id}`)
  }

  private readonly retire = async ({ processDefinitionKey }: DefinitionDetail) => {
    if (await openRetirement(processDefinitionKey)) await this.definition.reload()
  }

  private renderActs(detail: DefinitionDetail): TemplateResult {
    return html`<a class="btn" href=${definitionBundleAddress(detail.processDefinitionKey)} download>${t('drafts.export')}</a>
      ${
        may(['administrate'])
          ? html`${detail.retired ? nothing : html`<button class="btn" type="button" @click=${() => this.retire(detail)}>${t('drafts.retire')}</button>`}
        <button class="btn primary" type="button" title=${t('drafts.beginText')} @click=${() => this.begin(detail)}>${t('drafts.beginLong')}</button>`
          : nothing
      }`
  }

  private renderContent(detail: DefinitionDetail, xml: string): TemplateResult {
    return html`<header>
        <h1>${detail.name}</h1><span class="tag live">${t('designer.versionOf', { n: detail.version })}</span>
        ${detail.retired ? html`<span class="tag">${t('drafts.retired')}</span>` : nothing}
        <a class="end" href="/instances?procedure=${detail.processDefinitionId}">${t('designer.seeInstances')}</a>
        ${may(['administrate', 'audit']) ? html`<a href="/designer/${detail.processDefinitionKey}/migration">${t('designer.migrate')}</a>` : nothing}
        ${this.renderActs(detail)}
      </header>
      ${detail.retired ? retiredNote(detail.retired) : nothing}
      <div class="cols" data-face="content">
        <xf-diagram .xml=${xml} .picked=${this.picked} @xf-pick=${(event: CustomEvent<string | undefined>) => {
          this.picked = event.detail
        }}></xf-diagram>
        <aside>
          <dl class="kv">
            <dt>${t('designer.id')}</dt><dd class="mono">${detail.processDefinitionId}</dd>
            <dt>${t('designer.file')}</dt><dd class="mono">${detail.resourceName}</dd>
            <dt>${t('designer.published')}</dt><dd>${dayTime(detail.deploymentDate)}</dd>
            <dt>${t('designer.startedBy')}</dt><dd>${detail.startRoleNames.join(t('task.comma')) || t('common.none')}</dd>
            <dt>${t('designer.running')}</dt><dd>${detail.runningInstances}</dd>
          </dl>
          <div class="part"><h2>${t('designer.steps')}</h2><span class="count">${detail.userTasks.length}</span></div>
          ${detail.userTasks.length === 0 ? emptyFace(t('designer.noSteps'), '') : steps(detail, this.picked)}
        </aside>
      </div>`
  }
}

function retiredNote({ by, at, reason }: NonNullable<DefinitionDetail['retired']>): TemplateResult {
  return html`<div class="note">${t('drafts.retiredNote', { name: by.name, time: dayTime(at), reason })}</div>`
}

const steps = (detail: DefinitionDetail, picked: string | undefined) => html`<table class="tbl">
  <thead><tr><th>${t('designer.name')}</th><th>${t('designer.id')}</th></tr></thead>
  <tbody>
    ${detail.userTasks.map(
      task =>
        html`<tr data-element=${task.id} aria-selected=${task.id === picked ? 'true' : nothing}><td>${task.name}</td><td class="mono sub">${task.id}</td></tr>`,
    )}
  </tbody>
</table>`

declare global {
  interface HTMLElementTagNameMap {
    'xf-definition-page': DefinitionPage
  }
}
