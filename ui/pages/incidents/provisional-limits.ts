import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ProvisionalLimits } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { shortDate } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'

/** That years are missing whose working days are counted Monday to Friday, and which limits rest on it; nothing when none do. */
@customElement('xf-provisional-limits')
export class ProvisionalLimitsPart extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      :host { display: block; overflow: visible; }
      section { margin-top: var(--s6); }
      h2 { margin-bottom: var(--s2); }
      .tbl { margin-top: var(--s3); }
    `,
  ]

  private readonly found = new Resource<ProvisionalLimits>(this, {
    load: signal => api.provisionalLimits(signal),
    kinds: ['user-task'],
  })

  protected override render(): TemplateResult | typeof nothing {
    const found = this.found.value
    if (!found || (found.total === 0 && found.missingYears.length === 0)) return nothing
    const years = found.missingYears.join(t('limits.and'))
    return html`<section aria-label=${t('provisional.title')}>
      <h2>${t('provisional.title')}</h2>
      <div class="note warn" role="status">${icon('warn')}<div>${t('provisional.missing', { years, n: found.total })}
        ${may(['administrate']) ? html` <a href="/limits">${t('provisional.import')}</a>` : nothing}</div></div>
      ${found.items.length > 0 ? this.renderTable(found) : nothing}
    </section>`
  }

  private renderTable({ items }: ProvisionalLimits): TemplateResult {
    return html`<div class="scroll"><table class="tbl stack">
      <thead><tr><th>${t('provisional.step')}</th><th>${t('provisional.limit')}</th><th>${t('incidents.case')}</th><th>${t('provisional.due')}</th></tr></thead>
      <tbody>${items.map(
        ({ elementName, limit, caseNo, processInstanceKey, dueDate }) => html`<tr>
          <td><b>${elementName}</b></td><td>${limit.name}</td>
          <td class="nb"><a href="/instances/${processInstanceKey}">${caseNo ?? processInstanceKey}</a></td>
          <td class="nb sub">${shortDate(Date.parse(dueDate) - 1)} <span class="tag wait">${t('limit.provisional')}</span></td>
        </tr>`,
      )}</tbody>
    </table></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-provisional-limits': ProvisionalLimitsPart
  }
}
