import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ProcessDefinition } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'

/** The procedures the person may start; those he may not, with the reason. */
@customElement('xf-start-page')
export class StartPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .item { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px var(--s4); align-items: center; padding: 12px 0; border-bottom: 1px solid var(--line); }
      .item h3 { font-size: var(--t-body); }
      .item p { font-size: var(--t-table); color: var(--ink-2); grid-column: 1; }
      .item > .btn { grid-row: 1 / span 3; grid-column: 2; }
      .item.greyed h3 { color: var(--ink-3); font-weight: var(--w); }
      .list { max-width: 760px; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private readonly definitions = new Resource<readonly ProcessDefinition[]>(this, {
    load: async signal => (await api.definitions(signal)).items,
    kinds: ['process-definition'],
  })

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('start.title')} · ${t('common.product')}`
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header><h1>${t('start.title')}</h1><p>${t('start.text')}</p></header>
      ${this.definitions.render(items => (items.length === 0 ? emptyFace(t('start.empty'), t('start.emptyText')) : this.renderLists(items)))}
    </div>`
  }

  private renderLists(items: readonly ProcessDefinition[]): TemplateResult {
    const open = items.filter(each => each.startable.permitted)
    const closed = items.filter(each => !each.startable.permitted)
    return html`<div class="list" data-face="content">
      ${open.length > 0 ? html`<div class="part"><h2>${t('start.list')}</h2></div><ul>${open.map(each => this.renderOpen(each))}</ul>` : nothing}
      ${closed.length > 0 ? html`<div class="part"><h2>${t('start.others')}</h2></div><ul>${closed.map(each => this.renderClosed(each))}</ul>` : nothing}
    </div>`
  }

  private renderOpen(item: ProcessDefinition): TemplateResult {
    return html`<li class="item" data-process=${item.processDefinitionId}>
      <h3>${item.name} <span class="count">${t('start.version', { n: item.version })}</span></h3>
      <p>${needsText(item)}</p>
      <p class="dim">${rolesText(item)}</p>
      <a class="btn primary" href="/start/${item.processDefinitionKey}" aria-label=${t('start.choose', { name: item.name })}>${t('start.submit')}</a>
    </li>`
  }

  private renderClosed(item: ProcessDefinition): TemplateResult {
    const { refusal } = item.startable
    return html`<li class="item greyed" data-process=${item.processDefinitionId}>
      <h3>${item.name} <span class="count">${t('start.version', { n: item.version })}</span></h3>
      <p>${refusal?.detail ?? refusal?.title ?? t('start.notNow')} ${refusal?.rule ? html`<span class="mono dim">${refusal.rule}</span>` : nothing}</p>
      <button class="btn" aria-disabled="true" aria-label=${t('start.choose', { name: item.name })}>${t('start.submit')}</button>
    </li>`
  }
}

/** What has to be at hand before it is begun, as its start form asks for it. */
function needsText({ startNeeds }: ProcessDefinition): string {
  const named = (isFile: boolean) => startNeeds.filter(each => each.isFile === isFile).map(({ label }) => label)
  const [fields, files] = [named(false), named(true)]
  if (startNeeds.length === 0) return t('start.needsNothing')
  return [
    ...(fields.length > 0 ? [t('start.needs', { fields: fields.join(t('task.comma')) })] : []),
    ...(files.length > 0 ? [t('start.needsFiles', { files: files.join(t('task.comma')) })] : []),
  ].join(t('start.and'))
}

const rolesText = (item: ProcessDefinition) =>
  item.startRoleNames.length > 0 ? t('start.by', { roles: item.startRoleNames.join(t('task.comma')) }) : ''

declare global {
  interface HTMLElementTagNameMap {
    'xf-start-page': StartPage
  }
}
