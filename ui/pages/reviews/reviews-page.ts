import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { caseFile, type ReviewQuery } from '../../api-cases.ts'
import type { Page, Review } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { noneFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { registerTabs } from '../../components/register-tabs.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { shortDate } from '../../office-time.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import { me } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { outcomeMark } from '../cases/case-marks.ts'

const outcomes = ['running', 'passed', 'returned', 'not-passed', 'transferred', 'canceled'] as const

/** The register of legal reviews: rounds, opinions with who gave them, outcome, document. */
@customElement('xf-reviews-page')
export class ReviewsPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tabs { margin-bottom: var(--s3); }
      .doc { display: inline-block; line-height: 24px; white-space: nowrap; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly list = new Paged<Review>(
    this,
    (after, signal) => api.reviews({ ...this.asked, ...(after ? { after } : {}) }, signal),
    ['process-instance'],
  )

  private get asked(): ReviewQuery {
    const asked = ['caseNo', 'outcome'].map(name => [name, this.query.get(name)])
    return Object.fromEntries(asked.filter(([, value]) => value))
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('cases.reviews')} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ caseNo: value.trim().toUpperCase() }), { replace: true }), 300)
  }

  private readonly choose = (event: Event) =>
    navigate(withQuery({ outcome: (event.target as HTMLSelectElement).value }))

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header><h1>${t('cases.title')}</h1><p>${t('reviews.text')}</p></header>
      ${registerTabs('/reviews')}
      <div class="tools">
        <input class="in" type="search" .value=${this.query.get('caseNo') ?? ''} aria-label=${t('reviews.find')} placeholder=${t('reviews.find')} @input=${this.type} />
        <select class="in" aria-label=${t('review.outcome')} @change=${this.choose}>
          <option value="">${t('review.outcome')}</option>
          ${outcomes.map(each => html`<option value=${each} ?selected=${this.query.get('outcome') === each}>${t(`outcome.${each}`)}</option>`)}
        </select>
        <a class="btn" href=${caseFile('reviews', { ...this.asked })} download>${t('cases.export')}</a>
      </div>
      ${this.list.resource.render(found => (found.items.length === 0 ? noneFace(Object.keys(this.asked).length > 0, '/reviews', [t('reviews.empty'), t('reviews.emptyText')]) : this.renderTable(found)), 8)}
    </div>`
  }

  private renderTable(found: Page<Review>): TemplateResult {
    return html`<div data-face="content">
      <div class="scroll"><table class="tbl stack">
        <thead><tr><th>${t('cases.caseNo')}</th><th>${t('cases.subject')}</th><th>${t('review.of')}</th><th>${t('review.opinions')}</th><th>${t('review.outcome')}</th><th>${t('review.document')}</th><th>${t('review.started')}</th></tr></thead>
        <tbody>${found.items.map(renderRow)}</tbody>
      </table></div>
      ${pager(found.items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}
    </div>`
  }
}

/** The way to the case; of one that nobody registered, the way to do so for who may. */
function caseLink({ caseNo, isRegistered }: Review): TemplateResult {
  if (isRegistered) return html`<a class="mono" href="/cases/${caseNo}?tab=reviews">${caseNo}</a>`
  const isOfficer = me()?.appointments.some(({ role }) => role === 'street-officer')
  return html`<span class="mono">${caseNo}</span><br /><span class="tag wait">${t('case.unregistered')}</span>
    ${isOfficer ? html`<a class="small" href="/cases/new?caseNo=${caseNo}">${t('case.takeUp')}</a>` : nothing}`
}

const renderRow = (each: Review): TemplateResult => html`<tr data-review=${each.processInstanceKey}>
  <td class="nb">${caseLink(each)}</td>
  <td class="full"><a href="/instances/${each.processInstanceKey}">${each.title ?? ''}</a></td>
  <td class="sub">${each.reviewType?.label ?? ''}</td>
  <td class="full">${
    each.opinions.length === 0
      ? html`<span class="dim">${t('review.none')}</span>`
      : each.opinions.map(
          ({ round, step, person, opinion }) =>
            html`<div class="small">${t('review.round', { n: round })} · ${step.label} ${person?.name ?? ''} <b>${opinion.label}</b></div>`,
        )
  }</td>
  <td>${outcomeMark(each)}</td>
  <td class="small">${each.docNos.map(docNo => html`<div><a class="doc" href="/api/documents/${encodeURIComponent(docNo)}" download>${docNo}</a></div>`)}</td>
  <td class="nb sub">${shortDate(each.startedAt)}</td>
</tr>`

declare global {
  interface HTMLElementTagNameMap {
    'xf-reviews-page': ReviewsPage
  }
}
