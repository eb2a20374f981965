import { html, nothing, type TemplateResult } from 'lit'
import { api } from '../../api.ts'
import type { Page, ProvinceReport, ReportState } from '../../api-types.ts'
import { openRecord } from '../../dialogs/record/open-record.ts'
import { dayTime } from '../../office-time.ts'
import { problemOf } from '../../problem.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { type RegisterTab, registerTab } from '../registers/register-tab.ts'

const states: readonly ReportState[] = ['listed', 'sent', 'answered', 'refused', 'failed']

/** What the province is told of certificates: sent again from here where an address is set, its answer entered by hand. */
export function provinceTab(changed: () => Promise<void>): RegisterTab {
  return registerTab<ProvinceReport>({
    ...{ id: 'province', word: t('matters.tab.province'), file: 'province-reports', find: t('province.find') },
    filters: [
      { name: 'state', label: t('province.state'), options: states.map(id => [id, t(`province.${id}`)] as const) },
    ],
    load: (query, signal): Promise<Page<ProvinceReport>> => api.provinceReports(query, signal),
    table: items => reportTable(items, changed),
    empty: [t('province.empty'), t('province.emptyText')],
  })
}

function reportTable(items: readonly ProvinceReport[], changed: () => Promise<void>): TemplateResult {
  return html`<table class="tbl stack">
    <thead><tr><th>${t('province.matter')}</th><th>${t('certs.number')}</th><th>${t('province.state')}</th><th>${t('province.when')}</th><th>${t('province.answer')}</th><th></th></tr></thead>
    <tbody>${items.map(each => reportRow(each, changed))}</tbody>
  </table>`
}

const MARKS: Readonly<Record<ReportState, string>> = {
  ...{ listed: 'tag live', sent: 'tag wait', answered: 'tag', refused: 'tag stop', failed: 'tag stop' },
}

function reportRow(each: ProvinceReport, changed: () => Promise<void>): TemplateResult {
  const { reportId, matterId, processInstanceKey: key, state, attempts, error, sentAt, answeredAt, enteredBy } = each
  return html`<tr data-report=${reportId}>
    <td>${key === null ? matterId : html`<a class="mono" href="/instances/${key}">${matterId}</a>`}<div class="small dim">${dayTime(each.begunAt)}</div></td>
    <td class="mono">${each.certNo ?? '—'}</td>
    <td><span class=${MARKS[state]}>${t(`province.${state}`)}</span>${error ? html`<div class="small dim">${error}</div>` : nothing}</td>
    <td>${sentAt ? html`<span class="sub">${dayTime(sentAt)}</span><div class="small dim">${t('province.attempts', { n: attempts })}</div>` : '—'}</td>
    <td>${answeredAt ? html`${each.receiptNo ?? ''}${each.note ? html`<div class="small">${each.note}</div>` : nothing}<div class="small dim">${dayTime(answeredAt)}${enteredBy ? ` · ${enteredBy.name}` : ''}</div>` : '—'}</td>
    <td class="n">${state === 'answered' ? nothing : acts(each, changed)}</td>
  </tr>`
}

/** Only keepers of certificates act; whoever else looks is told by the house. */
function acts({ reportId, state }: ProvinceReport, changed: () => Promise<void>): TemplateResult {
  const canSend = state === 'failed' || state === 'refused'
  return html`${canSend ? html`<button class="btn quiet" @click=${() => void send(reportId, changed)}>${t('province.send')}</button>` : nothing}
    <button class="btn quiet" @click=${() => void answer(reportId, changed)}>${t('province.enter')}</button>`
}

async function send(reportId: string, changed: () => Promise<void>): Promise<void> {
  try {
    const { state } = await api.sendProvinceReport(reportId)
    say({ text: t(`province.${state}`) })
  } catch (error) {
    const { detail, title } = problemOf(error)
    say({ text: detail ?? title ?? t('task.failedTitle') })
  }
  await changed()
}

async function answer(reportId: string, changed: () => Promise<void>): Promise<void> {
  const isDone = await openRecord({
    title: t('province.enter'),
    text: t('province.enterText'),
    submit: t('province.enter'),
    fields: [
      {
        ...{ name: 'said', label: t('province.answer'), type: 'select' },
        options: [
          { value: 'yes', word: t('province.answered') },
          { value: 'no', word: t('province.refused') },
        ],
      },
      { name: 'receiptNo', label: t('province.receipt'), type: 'text', isOptional: true },
      { name: 'note', label: t('province.note'), type: 'textarea', isOptional: true },
    ],
    send: ({ said, receiptNo, note }) =>
      api.answerProvinceReport(reportId, {
        isAccepted: said === 'yes',
        ...(receiptNo && { receiptNo }),
        ...(note && { note }),
      }),
  })
  if (isDone) await changed()
}
