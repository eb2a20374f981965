import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api } from '../../api.ts'
import { type MigrationJson, type MigrationListJson, migrations } from '../../api-migrations.ts'
import type { DefinitionDetail } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t, type WordId } from '../../words/index.ts'
import './migration-plan.ts'
import './migration-run.ts'

/** Running instances of older versions go over to this one: planning, approving, carrying out, taking back. */
@customElement('xf-migration-page')
export class MigrationPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .back { margin-left: -8px; }
      .page { max-width: none; }
      .from select { width: auto; }
      .from { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2); margin-bottom: var(--s4); }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @state() private from = ''

  private readonly known = new Resource<{ definition: DefinitionDetail; list: MigrationListJson }>(this, {
    load: async signal => {
      const definition = await api.definition(this.params.key ?? '', {}, signal)
      return { definition, list: await migrations.list(definition.processDefinitionId, signal) }
    },
    kinds: ['process-draft'],
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params')) void this.known.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('migration.title')} · ${t('common.product')}`
  }

  private readonly again = () => void this.known.refresh()

  protected override render(): TemplateResult {
    return html`<div class="page">
      <a class="btn quiet back" href="/designer">${icon('left')}${t('migration.back')}</a>
      ${this.known.render(({ definition, list }) => this.renderContent(definition, list), 8)}
    </div>`
  }

  private renderContent(definition: DefinitionDetail, { items, versions }: MigrationListJson): TemplateResult {
    const target = definition.processDefinitionKey
    const n = definition.version
    const older = versions.filter(each => each.processDefinitionKey !== target && each.runningInstances > 0)
    const source = older.find(({ processDefinitionKey }) => processDefinitionKey === this.from) ?? older[0]
    const readonly = !may(['administrate'])
    return html`<header><h1>${t('migration.titleOf', { name: definition.name })}</h1><p>${t('migration.text', { n })}</p></header>
      <div data-face="content">
        ${this.renderPlans('migration.open', items.filter(isOpen), readonly)}
        ${
          source === undefined
            ? emptyFace(t('migration.none'), t('migration.noneText', { n }))
            : html`<div class="from">
                <label class="label" for="from">${t('migration.from')}</label>
                <select class="in" id="from" @change=${(event: Event) => {
                  this.from = (event.target as HTMLSelectElement).value
                }}>
                  ${older.map(
                    each =>
                      html`<option value=${each.processDefinitionKey} ?selected=${each === source}>${t('migration.fromOption', { n: each.version, running: each.runningInstances })}</option>`,
                  )}
                </select>
              </div>
              <xf-migration-plan .versions=${this.versionsOf(source.processDefinitionKey, target)} ?readonly=${readonly} @xf-planned=${this.again}></xf-migration-plan>`
        }
        ${this.renderPlans(
          'migration.closed',
          items.filter(plan => !isOpen(plan)),
          readonly,
        )}
      </div>`
  }

  private renderPlans(
    heading: WordId,
    plans: readonly MigrationJson[],
    readonly: boolean,
  ): TemplateResult | typeof nothing {
    if (plans.length === 0) return nothing
    return html`<div class="part"><h2>${t(heading)}</h2><span class="count">${plans.length}</span></div>
      ${repeat(
        plans,
        ({ id }) => id,
        ({ id }) =>
          html`<xf-migration-run migrationId=${id} ?readonly=${readonly} @xf-moved=${this.again}></xf-migration-run>`,
      )}`
  }

  private last = { sourceProcessDefinitionKey: '', targetProcessDefinitionKey: '' }

  /** The same object while nothing changes, so that the plan is not begun anew. */
  private versionsOf(source: string, target: string) {
    const { sourceProcessDefinitionKey, targetProcessDefinitionKey } = this.last
    if (source !== sourceProcessDefinitionKey || target !== targetProcessDefinitionKey)
      this.last = { sourceProcessDefinitionKey: source, targetProcessDefinitionKey: target }
    return this.last
  }
}

/** Somebody has to decide it, or to carry it out. */
const isOpen = ({ state, counts }: MigrationJson): boolean =>
  state === 'proposed' || (state === 'approved' && counts.waiting > 0)

declare global {
  interface HTMLElementTagNameMap {
    'xf-migration-page': MigrationPage
  }
}
