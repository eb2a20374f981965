import { html, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ProcessDefinition } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { openDeploy } from '../../dialogs/deploy/open-deploy.ts'
import { dayTime } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'

/** Published procedures, for administrators: versions, what runs, what stands still; and the door to publish. */
@customElement('xf-designer-page')
export class DesignerPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page)]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private readonly definitions = new Resource<readonly ProcessDefinition[]>(this, {
    load: async signal => (await api.definitions(signal)).items,
    kinds: ['process-definition', 'process-instance', 'incident'],
  })

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('designer.title')} · ${t('common.product')}`
  }

  private readonly deploy = async () => {
    if (await openDeploy()) await this.definitions.refresh()
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header>
        <h1>${t('designer.title')}</h1><p>${t('designer.text')}</p>
        <button class="btn primary end" @click=${this.deploy}>${icon('plus')}${t('designer.upload')}</button>
      </header>
      ${this.definitions.render(items => (items.length === 0 ? emptyFace(t('designer.empty'), t('designer.emptyText')) : table(items)))}
    </div>`
  }
}

const table = (items: readonly ProcessDefinition[]) => html`<div class="scroll" data-face="content">
  <table class="tbl stack">
    <thead>
      <tr>
        <th>${t('designer.name')}</th><th>${t('designer.id')}</th><th>${t('designer.version')}</th><th>${t('designer.published')}</th>
        <th>${t('designer.startedBy')}</th><th class="n">${t('designer.running')}</th><th class="n">${t('designer.incidents')}</th>
      </tr>
    </thead>
    <tbody>${items.map(row)}</tbody>
  </table>
</div>`

const row = (item: ProcessDefinition) => html`<tr data-process=${item.processDefinitionId}>
  <td><a href="/designer/${item.processDefinitionKey}"><b>${item.name}</b></a></td>
  <td class="mono sub">${item.processDefinitionId}</td>
  <td class="nb">${t('designer.versionOf', { n: item.version })} <span class="dim small">${t('designer.versions', { n: item.versions })}</span></td>
  <td class="nb sub">${dayTime(item.deploymentDate)}</td>
  <td class="sub">${item.startRoleNames.join(t('task.comma'))}</td>
  <td class="n" data-head=${t('designer.running')}>${item.runningInstances}</td>
  <td class="n" data-head=${t('designer.incidents')}>${item.incidents}</td>
</tr>`

declare global {
  interface HTMLElementTagNameMap {
    'xf-designer-page': DesignerPage
  }
}
