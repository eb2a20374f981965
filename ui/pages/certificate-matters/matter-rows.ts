import { html, nothing, type TemplateResult } from 'lit'
import type { CertificateMatter, CertificateReport, Officer, PublicNotice } from '../../api-types.ts'
import { certificateMark } from '../../components/certificate-mark.ts'
import { personMark } from '../../components/person.ts'
import { dayTime } from '../../office-time.ts'
import { t, type WordId } from '../../words/index.ts'

const word = (prefix: string, id: string | null): string => (id === null ? '—' : t(`${prefix}.${id}` as WordId))

/** Matters as a table: what, whose, why, since when, and how it ended. */
export function matterTable(items: readonly CertificateMatter[]): TemplateResult {
  return html`<table class="tbl stack">
    <thead><tr><th>${t('matters.kind')}</th><th>${t('matters.holder')}</th><th>${t('certs.number')}</th><th>${t('matters.reason')}</th><th>${t('matters.effect')}</th><th>${t('matters.outcome')}</th></tr></thead>
    <tbody>${items.map(matterRow)}</tbody>
  </table>`
}

function matterRow(each: CertificateMatter): TemplateResult {
  const { kind, processInstanceKey: key, holder, org, certNo, oldCertNo, reasonCode, effectiveAt, outcome } = each
  const name = kind === null ? t('matters.undecided') : word('matter', kind)
  return html`<tr data-matter=${each.matterId}>
    <td>${key === null ? name : html`<a href="/instances/${key}">${name}</a>`}<div class="dim small mono">${each.matterId}</div></td>
    <td>${holder === null ? '—' : personMark(holder.name)}${org === null ? nothing : html`<div class="dim small">${org.name}</div>`}</td>
    <td class="mono">${certNo ?? oldCertNo ?? '—'}</td>
    <td>${reasonCode === null || reasonCode === 'none' ? '—' : word('reason', reasonCode)}</td>
    <td class="sub">${effectiveAt === null ? '—' : dayTime(effectiveAt)}${each.suspendUntil === null ? nothing : html`<div class="small">${t(each.retrain ? 'matters.untilRetrained' : 'matters.until', { day: each.suspendUntil })}</div>`}</td>
    <td>${outcome === null ? html`<span class="tag live">${t('matters.open')}</span>` : html`<span class="tag">${word('matter', outcome)}</span>`}</td>
  </tr>`
}

/** Officers as a table: their offices, papers and hours. */
export function officerTable(items: readonly Officer[]): TemplateResult {
  return html`<table class="tbl stack">
    <thead><tr><th>${t('matters.holder')}</th><th>${t('matters.offices')}</th><th>${t('matters.certificate')}</th><th>${t('matters.staffing')}</th><th class="n">${t('matters.hours')}</th></tr></thead>
    <tbody>${items.map(
      each => html`<tr data-officer=${each.personId}>
        <td><a href="/people/${each.personId}">${personMark(each.name)}</a></td>
        <td>${each.offices.map(({ role, org }) => html`<div>${role} <span class="dim small">${org}</span></div>`)}</td>
        <td>${each.certificates.map(({ number, state }) => html`<div><span class="mono">${number}</span> ${certificateMark(state)}</div>`)}</td>
        <td>${word('staffing', each.staffing ?? 'none')}</td>
        <td class="n">${each.hours}</td>
      </tr>`,
    )}</tbody>
  </table>`
}

/** Notices as a table, the newest first. */
export function noticeTable(items: readonly PublicNotice[]): TemplateResult {
  return html`<table class="tbl stack">
    <thead><tr><th>${t('matters.published')}</th><th>${t('matters.kind')}</th><th>${t('matters.notice')}</th></tr></thead>
    <tbody>${items.map(
      each => html`<tr data-notice=${each.noticeId}>
        <td class="sub">${dayTime(each.publishedAt)}</td>
        <td><span class="tag">${word('notice', each.kind)}</span></td>
        <td><b>${each.title}</b><div>${each.text}</div></td>
      </tr>`,
    )}</tbody>
  </table>`
}

/** The figures of the year by month, and what is in service. */
export function reportTable({ months, total, inService, year }: CertificateReport): TemplateResult {
  const row = (name: string, figures: CertificateReport['total']) => html`<tr>
    <td>${name}</td>
    ${(['issued', 'cancelled', 'reissued'] as const).map(
      figure => html`<td class="n">${figures[figure]}<div class="dim small">${ofType(figures, figure)}</div></td>`,
    )}
  </tr>`
  return html`<p class="sub">${t('matters.inService', inService)}</p>
    <table class="tbl stack">
      <thead><tr><th>${t('matters.month')}</th><th class="n">${t('matters.issued')}</th><th class="n">${t('matters.cancelled')}</th><th class="n">${t('matters.reissued')}</th></tr></thead>
      <tbody>${months.map(each => row(each.month, each))}${row(`${year} ${t('matters.total')}`, total)}</tbody>
    </table>`
}

function ofType({ byType }: CertificateReport['total'], figure: 'issued' | 'cancelled' | 'reissued'): string {
  const of = (type: string) => byType[type]?.[figure] ?? 0
  return t('matters.ofType', { enforcement: of('enforcement'), supervision: of('supervision') })
}
