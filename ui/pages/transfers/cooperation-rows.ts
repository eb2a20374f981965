import { html, nothing, type TemplateResult } from 'lit'
import type { Dispute, Transfer } from '../../api-types.ts'
import { dayTime, shortDate } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** Transfers as a table: what, from whom to whom, what was done before, how it went. */
export function transferTable(items: readonly Transfer[]): TemplateResult {
  return html`<table class="tbl stack">
    <thead><tr><th>${t('transfers.subject')}</th><th>${t('transfers.way')}</th><th>${t('transfers.acts')}</th><th>${t('transfers.sent')}</th><th>${t('transfers.received')}</th><th>${t('transfers.outcome')}</th><th>${t('transfers.document')}</th></tr></thead>
    <tbody>${items.map(transferRow)}</tbody>
  </table>`
}

function transferRow(each: Transfer): TemplateResult {
  const { transferId, processInstanceKey, round, from, to, action, returnReason } = each
  return html`<tr data-transfer="${transferId}/${round}">
    <td class="full">
      <a href="/instances/${processInstanceKey}">${each.title ?? transferId}</a>${each.isUrgent ? html` <span class="tag stop">${t('transfers.urgent')}</span>` : nothing}
      <div class="small dim"><span class="mono">${transferId}</span> · ${t('transfers.round', { n: round })}</div>
      <div class="small dim">${each.items.map(({ name }) => name).join('、')}</div>
    </td>
    <td>${from.name} → ${to.name}</td>
    <td class="small">${each.stopped.label} · ${t(each.isInformed ? 'transfers.informed' : 'transfers.notInformed')}
      <br />${t('transfers.papers', { n: each.materials })}${each.goods.length > 0 ? html` · <span title=${each.goods.join('；')}>${t('transfers.goods', { n: each.goods.length })}</span>` : nothing}</td>
    <td class="nb sub">${each.sentAt ? dayTime(each.sentAt) : '—'}</td>
    <td>${action ? html`${action.label}${each.receivedAt ? html`<br /><span class="small dim">${dayTime(each.receivedAt)}</span>` : nothing}` : '—'}</td>
    <td><b>${each.outcome.label}</b>${returnReason ? html`<br /><span class="small dim">${returnReason.label}</span>` : nothing}${each.result ? html`<br /><span class="small dim">${each.result}</span>` : nothing}</td>
    <td class="small">${each.docNo ? documentLink(each.docNo) : nothing}</td>
  </tr>`
}

/** Disputes as a table: about what, between whom, how it was settled. */
export function disputeTable(items: readonly Dispute[]): TemplateResult {
  return html`<table class="tbl stack">
    <thead><tr><th>${t('transfers.subject')}</th><th>${t('transfers.kind')}</th><th>${t('disputes.parties')}</th><th>${t('disputes.issue')}</th><th>${t('disputes.owner')}</th><th>${t('transfers.outcome')}</th><th>${t('transfers.document')}</th></tr></thead>
    <tbody>${items.map(disputeRow)}</tbody>
  </table>`
}

function disputeRow(each: Dispute): TemplateResult {
  const { disputeId, processInstanceKey, kind, applicant, respondents, owner } = each
  return html`<tr data-dispute=${disputeId}>
    <td class="full">
      <a href="/instances/${processInstanceKey}">${each.title ?? disputeId}</a>
      <div class="small dim"><span class="mono">${disputeId}</span>${each.arisenAt ? html` · ${shortDate(each.arisenAt)}` : nothing}</div>
    </td>
    <td class="nb">${kind.label}</td>
    <td>${[applicant, ...respondents].map(({ name }) => name).join('、')}</td>
    <td class="full small">${each.issue ?? ''}${each.conclusion ? html`<br /><span class="dim">${each.conclusion}</span>` : nothing}</td>
    <td>${owner?.name ?? '—'}</td>
    <td><b>${each.outcome.label}</b></td>
    <td class="small">${each.docNos.map(documentLink)}</td>
  </tr>`
}

function documentLink(docNo: string): TemplateResult {
  return html`<div><a class="doc" href="/api/documents/${encodeURIComponent(docNo)}" download>${docNo}</a></div>`
}
