import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { type CaseQuery, caseFile } from '../../api-cases.ts'
import type { ListedCase, Page } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { pager } from '../../components/pager.ts'
import { registerTabs } from '../../components/register-tabs.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { shortDate } from '../../office-time.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import { me } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { caseMark } from './case-marks.ts'

const states = ['filed', 'reviewing', 'closed'] as const

/** The register of cases: found by two characters, filtered, page by page. The filters are in the address. */
@customElement('xf-cases-page')
export class CasesPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tabs { margin-bottom: var(--s3); }
      .tools label { display: inline-flex; gap: var(--s2); align-items: center; }
      .tools input[type="date"] { width: auto; }
      td.names { max-width: 220px; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly list = new Paged<ListedCase>(
    this,
    (after, signal) => api.cases({ ...this.asked, ...(after ? { after } : {}) }, signal),
    ['process-instance'],
  )

  private get asked(): CaseQuery {
    const asked = ['q', 'mine', 'state', 'from', 'to'].map(name => [name, this.query.get(name)])
    return Object.fromEntries(asked.filter(([, value]) => value))
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('cases.title')} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), 300)
  }

  private readonly choose = (event: Event) => {
    const { name, value, type, checked } = event.target as HTMLInputElement
    navigate(withQuery({ [name]: type === 'checkbox' && !checked ? '' : value }))
  }

  protected override render(): TemplateResult {
    const isOfficer = me()?.appointments.some(({ role }) => role === 'street-officer') ?? false
    return html`<div class="page">
      <header>
        <h1>${t('cases.title')}</h1><p>${t('cases.text')}</p>
        ${isOfficer ? html`<a class="btn primary end" href="/cases/new">${icon('plus')}${t('cases.register')}</a>` : nothing}
      </header>
      ${registerTabs('/cases')}
      ${this.renderTools(isOfficer)}
      ${this.list.resource.render(found => (found.items.length === 0 && !this.list.hasMore ? this.renderEmpty() : this.renderTable(found)), 8)}
    </div>`
  }

  private renderTools(isOfficer: boolean): TemplateResult {
    const given = (name: string) => this.query.get(name) ?? ''
    return html`<div class="tools">
      <input class="in" type="search" .value=${given('q')} aria-label=${t('cases.find')} placeholder=${t('cases.find')} title=${t('cases.findText')} @input=${this.type} />
      <select class="in" name="state" aria-label=${t('cases.state')} @change=${this.choose}>
        <option value="">${t('cases.state')}</option>
        ${states.map(each => html`<option value=${each} ?selected=${given('state') === each}>${t(`cases.state.${each}`)}</option>`)}
      </select>
      <label><span class="sub">${t('cases.from')}</span><input class="in" type="date" name="from" .value=${given('from')} @change=${this.choose} /></label>
      <label><span class="sub">${t('cases.to')}</span><input class="in" type="date" name="to" .value=${given('to')} @change=${this.choose} /></label>
      ${isOfficer ? html`<label class="choice"><input type="checkbox" name="mine" value="true" .checked=${given('mine') === 'true'} @change=${this.choose} /><span>${t('cases.mine')}</span></label>` : nothing}
      <a class="btn" href=${caseFile('cases', { ...this.asked })} download>${t('cases.export')}</a>
    </div>`
  }

  private renderTable(found: Page<ListedCase>): TemplateResult {
    return html`<div data-face="content">
      <div class="scroll"><table class="tbl stack">
        <thead><tr><th>${t('cases.caseNo')}</th><th>${t('cases.subject')}</th><th>${t('cases.party')}</th><th>${t('cases.handlers')}</th><th>${t('cases.state')}</th><th>${t('cases.filed')}</th></tr></thead>
        <tbody>${found.items.map(renderRow)}</tbody>
      </table></div>
      ${found.items.length === 0 ? html`<p class="sub">${t('cases.further')}</p>` : nothing}
      ${pager(found.items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}
    </div>`
  }

  private renderEmpty(): TemplateResult {
    return Object.keys(this.asked).length > 0
      ? emptyFace(t('cases.none'), t('cases.noneText'), html`<a class="btn" href="/cases">${t('inbox.clear')}</a>`)
      : emptyFace(t('cases.empty'), t('cases.emptyText'))
  }
}

const renderRow = (each: ListedCase): TemplateResult => html`<tr data-case=${each.caseNo}>
  <td class="mono nb"><a href="/cases/${each.caseNo}">${each.caseNo}</a></td>
  <td class="full">${each.title} <span class="small dim">${each.item.name}</span></td>
  <td>${each.partyName ?? ''}</td>
  <td class="names">${each.handlers.map(({ name }) => name).join('、')}</td>
  <td>${caseMark(each)}</td>
  <td class="nb sub">${shortDate(each.filedAt)}</td>
</tr>`

declare global {
  interface HTMLElementTagNameMap {
    'xf-cases-page': CasesPage
  }
}
