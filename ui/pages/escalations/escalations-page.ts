import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Escalation } from '../../api-types.ts'
import { openNote } from '../../dialogs/limit-acts/open-limit-acts.ts'
import { openHistory } from '../../dialogs/register-history/open-register-history.ts'
import { shortDate, shortTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'
import { RegisterPage } from '../registers/register-page.ts'
import { type RegisterTab, registerTab } from '../registers/register-tab.ts'

const consequences = ['escalate', 'release', 'forfeit'] as const
const reasons = [
  ...(['limit', 'sign-overdue', 'arrive-overdue', 'feedback-overdue', 'improper-whistle', 'withdrawn-item'] as const),
  ...(['receive-overdue', 'accept-overdue', 'report-missing'] as const),
] as const

/** What went up because a limit was over, or because a procedure sent it up: to whom, and who has taken note. */
@customElement('xf-escalations-page')
export class EscalationsPage extends RegisterPage {
  constructor() {
    super(['user-task', 'process-instance'])
  }

  protected override head() {
    const { title, text, tabs } = {
      title: t('escalations.title'),
      text: t('escalations.text'),
      tabs: t('escalations.views'),
    }
    return { path: '/escalations', title, text, tabs }
  }

  protected override tabs(): RegisterTab[] {
    const tab = (id: 'new' | 'mine') =>
      registerTab({
        ...{ id, word: t(`escalations.${id}`), file: 'escalations', find: t('escalations.find'), fixed: { view: id } },
        filters: [
          { name: 'why', label: t('escalations.why'), options: reasons.map(why => [why, t(`escalations.why.${why}`)]) },
          {
            ...{ name: 'consequence', label: t('escalations.after') },
            options: consequences.map(each => [each, t(`escalations.after.${each}`)] as const),
          },
        ],
        ...{ load: api.escalations, table: (items: readonly Escalation[]) => this.renderTable(items) },
        empty: [t('escalations.empty'), t('escalations.emptyText')],
      })
    return [tab('new'), tab('mine')]
  }

  private readonly note = async (escalation: Escalation) => {
    if (await openNote(escalation)) await this.list.resource.refresh()
  }

  private readonly history = ({ seq, elementName }: Escalation) =>
    openHistory(elementName, () => api.escalationHistory(seq))

  private renderTable(items: readonly Escalation[]): TemplateResult {
    const heads = [t('escalations.what'), t('escalations.case'), t('escalations.after'), t('escalations.due')]
    return html`<table class="tbl stack">
      <thead><tr>${heads.map(head => html`<th>${head}</th>`)}<th>${t('escalations.to')}</th><th>${t('escalations.seen')}</th><th><span class="sr">${t('escalations.note')}</span></th></tr></thead>
      <tbody>${items.map(each => this.renderRow(each))}</tbody>
    </table>`
  }

  private renderRow(escalation: Escalation): TemplateResult {
    const { seq, elementName, limit, kind, refId, caseNo, caseTitle, processInstanceKey, consequence } = escalation
    const { dueDate, at, to, isOpen } = escalation
    return html`<tr data-seq=${seq}>
      <td><b>${elementName}</b> <span class="tag ${isOpen ? 'stop' : 'live'}">${t(isOpen ? 'escalations.open' : 'escalations.closed')}</span><br /><span class="dim small">${[kind?.name, limit?.name].filter(name => name && name !== elementName).join(' · ')}</span></td>
      <td><a href="/instances/${processInstanceKey}">${refId ?? caseNo ?? processInstanceKey}</a><br /><span class="dim small">${caseTitle ?? ''}</span></td>
      <td>${t(`escalations.after.${consequence}`)}</td>
      <td class="nb sub">${dueDate ? shortDate(Date.parse(dueDate) - 1) : shortTime(at)}</td>
      <td>${to.roleName}<br /><span class="dim small">${to.orgName ?? ''}</span></td>
      <td>${this.renderNotes(escalation)}</td>
      <td class="n nb full"><button class="btn quiet" @click=${() => void this.history(escalation)}>${t('escalations.history')}</button>${escalation.canNote ? html`<button class="btn" @click=${() => void this.note(escalation)}>${t('escalations.note')}</button>` : nothing}</td>
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
