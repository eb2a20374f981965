import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ProcessDefinition } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import '../../components/menu.ts'
import { Resource } from '../../resource.ts'
import { t } from '../../words/index.ts'

/** Procedures that the person may start on a case; nothing where there is none. */
@customElement('xf-case-start')
export class CaseStart extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: contents; }
      .menu-list { min-width: 200px; }
      .menu-list > a { display: block; padding: 6px var(--s3); color: inherit; font-size: var(--t-table); line-height: 20px; white-space: nowrap; }
      .menu-list > a:hover { background: var(--hover); text-decoration: none; }
    `,
  ]

  @property() caseNo = ''
  private readonly definitions = new Resource<readonly ProcessDefinition[]>(this, {
    load: async signal => (await api.definitions(signal)).items,
    kinds: ['process-definition'],
  })

  protected override render(): TemplateResult | typeof nothing {
    const items = this.definitions.value?.filter(
      ({ startFrom, startable }) => startFrom === 'case' && startable.permitted,
    )
    if (!items || items.length === 0) return nothing
    return html`<xf-menu list end>
      <span slot="button">${t('start.ofCase')} ${icon('down')}</span>
      <div class="menu-list">
        ${items.map(
          each => html`<a data-close data-process=${each.processDefinitionId}
            href="/start/${each.processDefinitionKey}?caseNo=${encodeURIComponent(this.caseNo)}">${each.name}</a>`,
        )}
      </div>
    </xf-menu>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-case-start': CaseStart
  }
}
