import { css, html, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { caseFile, type PartyQuery } from '../../api-cases.ts'
import type { Page, Party } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { noneFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { registerTabs } from '../../components/register-tabs.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'

/** The register of parties, masked; found by name, or by a whole number. */
@customElement('xf-parties-page')
export class PartiesPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page), css`.tabs { margin-bottom: var(--s3); }`]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly list = new Paged<Party>(
    this,
    (after, signal) => api.parties({ ...this.asked, ...(after ? { after } : {}) }, signal),
    [],
  )

  private get asked(): PartyQuery {
    const q = this.query.get('q')
    return q ? { q } : {}
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('cases.parties')} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), 300)
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header><h1>${t('cases.title')}</h1><p>${t('parties.text')}</p></header>
      ${registerTabs('/parties')}
      <div class="tools">
        <input class="in" type="search" .value=${this.query.get('q') ?? ''} aria-label=${t('parties.find')} placeholder=${t('parties.find')} @input=${this.type} />
        <a class="btn" href=${caseFile('parties', { ...this.asked })} download>${t('cases.export')}</a>
      </div>
      ${this.list.resource.render(found => (found.items.length === 0 ? noneFace(Object.keys(this.asked).length > 0, '/parties', [t('parties.empty'), t('parties.emptyText')], t('parties.noHits')) : this.renderTable(found)), 8)}
    </div>`
  }

  private renderTable(found: Page<Party>): TemplateResult {
    return html`<div data-face="content">
      <div class="scroll"><table class="tbl stack">
        <thead><tr><th>${t('parties.name')}</th><th>${t('parties.type')}</th><th>${t('parties.number')}</th><th>${t('parties.address')}</th></tr></thead>
        <tbody>${found.items.map(
          each => html`<tr data-party=${each.partyId}>
            <td><a href="/parties/${each.partyId}">${each.tradeName ?? each.partyName}</a>${each.tradeName ? html` <span class="sub">${each.partyName}</span>` : ''}</td>
            <td>${each.partyType.label}</td>
            <td class="mono small">${each.creditCode ?? each.idNumber ?? ''}</td>
            <td class="full sub">${each.partyAddress ?? ''}</td>
          </tr>`,
        )}</tbody>
      </table></div>
      ${pager(found.items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-parties-page': PartiesPage
  }
}
