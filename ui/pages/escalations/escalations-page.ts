import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Escalation, Page } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { pager } from '../../components/pager.ts'
import { tabList } from '../../components/tabs.ts'
import { openNote } from '../../dialogs/limit-acts/open-limit-acts.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { shortDate, shortTime } from '../../office-time.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'

/** What went up because a limit was over: to whom, with what consequence, and who has taken note. */
@customElement('xf-escalations-page')
export class EscalationsPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .tabs { margin-bottom: var(--s3); }
      .tbl td { vertical-align: top; padding-top: 10px; padding-bottom: 10px; line-height: 20px; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private readonly list = new Paged<Escalation>(
    this,
    (after, signal) => api.escalations({ view: this.view, ...(after ? { after } : {}) }, signal),
    ['user-task'],
  )

  private get view(): 'new' | 'mine' {
    return this.query.get('view') === 'mine' ? 'mine' : 'new'
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('escalations.title')} · ${t('common.product')}`
  }

  private readonly note = async (escalation: Escalation) => {
    if (await openNote(escalation)) await this.list.resource.refresh()
  }

  protected override render(): TemplateResult {
    const views = [
      { id: 'new', word: t('escalations.new') },
      { id: 'mine', word: t('escalations.mine') },
    ] as const
    return html`<div class="page">
      <header><h1>${t('escalations.title')}</h1><p>${t('escalations.text')}</p></header>
      ${tabList(t('escalations.views'), views, this.view, id => navigate(withQuery({ view: id === 'mine' ? id : undefined })))}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.view}">
        ${this.list.resource.render(found =>
          found.items.length === 0
            ? emptyFace(t('escalations.empty'), t('escalations.emptyText'))
            : this.renderTable(found),
        )}
      </div>
    </div>`
  }

  private renderTable(found: Page<Escalation>): TemplateResult {
    const heads = [t('escalations.what'), t('escalations.case'), t('escalations.after'), t('escalations.due')]
    return html`<div class="scroll" data-face="content">
        <table class="tbl stack">
          <thead><tr>${heads.map(head => html`<th>${head}</th>`)}<th>${t('escalations.to')}</th><th>${t('escalations.seen')}</th><th><span class="sr">${t('escalations.note')}</span></th></tr></thead>
          <tbody>${found.items.map(each => this.renderRow(each))}</tbody>
        </table>
      </div>
      ${pager(found.items.length, { total: found.page.totalItems, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }

  private renderRow(escalation: Escalation): TemplateResult {
    const { seq, elementName, limit, kind, refId, caseNo, caseTitle, processInstanceKey, consequence } = escalation
    const { dueDate, at, to, isOpen } = escalation
    return html`<tr data-seq=${seq}>
      <td><b>${elementName}</b> <span class="tag ${isOpen ? 'stop' : 'live'}">${t(isOpen ? 'escalations.open' : 'escalations.closed')}</span><br /><span class="dim small">${[kind?.name, limit?.name].filter(Boolean).join(' · ')}</span></td>
      <td><a href="/instances/${processInstanceKey}">${refId ?? caseNo ?? processInstanceKey}</a><br /><span class="dim small">${caseTitle ?? ''}</span></td>
      <td>${t(`escalations.after.${consequence}`)}</td>
      <td class="nb sub">${dueDate ? shortDate(Date.parse(dueDate) - 1) : shortTime(at)}</td>
      <td>${to.roleName}<br /><span class="dim small">${to.orgName ?? ''}</span></td>
      <td>${this.renderNotes(escalation)}</td>
      <td class="n nb full">${escalation.canNote ? html`<button class="btn" @click=${() => void this.note(escalation)}>${t('escalations.note')}</button>` : nothing}</td>
    </tr>`
  }

  private renderNotes({ notes }: Escalation): TemplateResult {
    if (notes.length === 0) return html`<span class="dim">${t('escalations.nobody')}</span>`
    return html`${notes.map(
      ({ person, at, note }) =>
        html`<div>${person.name} <span class="dim small">${shortTime(at)}</span>${note ? html` <span class="sub small">${note}</span>` : nothing}</div>`,
    )}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-escalations-page': EscalationsPage
  }
}
