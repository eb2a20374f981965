import { html, type TemplateResult } from 'lit'
import type { UnmannedTask } from '../../api-types.ts'
import { emptyFace } from '../../components/faces.ts'
import { shortTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** Open tasks that nobody could do, each with what is missing for whom. */
export function unmannedTable(items: readonly UnmannedTask[]): TemplateResult {
  return html`<div class="scroll" data-face="content"><table class="tbl stack">
    <thead><tr><th>${t('incidents.where')}</th><th>${t('incidents.why')}</th><th>${t('incidents.case')}</th><th>${t('incidents.since')}</th></tr></thead>
    <tbody>${items.map(
      ({
        userTaskKey,
        name,
        processName,
        reasons,
        processInstanceKey,
        caseNo,
        foundDate,
      }) => html`<tr data-task=${userTaskKey}>
        <td><b>${name}</b><br /><span class="dim small">${processName}</span></td>
        <td class="cause full">${reasons.map(({ text }) => html`<div>${text}</div>`)}</td>
        <td class="nb"><a href="/instances/${processInstanceKey}">${caseNo ?? processInstanceKey}</a></td>
        <td class="nb sub">${shortTime(foundDate)}</td>
      </tr>`,
    )}</tbody>
  </table></div>`
}

/** Nothing of the kind. */
export const noneUnmanned = (): TemplateResult =>
  emptyFace(t('incidents.unmannedNone'), t('incidents.unmannedNoneText'))
