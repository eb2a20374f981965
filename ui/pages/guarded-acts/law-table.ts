import { html, nothing, type TemplateResult } from 'lit'
import type { LawCell, Lawfulness, LawKind } from '../../api-types.ts'
import { icon } from '../../components/icon.ts'
import { t } from '../../words/index.ts'

const MARKS = { allowed: 'check', forbidden: 'x', reason: 'doc', second: 'user' } as const

/** The whole table: kinds of tasks against ways of handling, each cell with its reason behind it. */
export function lawTable({ verbs, kinds }: Lawfulness): TemplateResult {
  return html`<p class="legend">${(['allowed', 'reason', 'second', 'forbidden'] as const).map(
    verdict => html`<span data-verdict=${verdict}>${icon(MARKS[verdict])}${t(`law.verdict.${verdict}`)}</span>`,
  )}</p>
  <div class="scroll" data-face="content" tabindex="0" role="region" aria-label=${t('law.table')}><table class="tbl law">
    <thead><tr><th>${t('law.kind')}</th>${verbs.map(({ name, what }) => html`<th title=${what}>${name}</th>`)}</tr></thead>
    <tbody>${kinds.map(row)}</tbody>
  </table></div>`
}

const row = ({ kind, name, cells }: LawKind): TemplateResult =>
  html`<tr data-kind=${kind}><th scope="row">${name}</th>${cells.map(cell)}</tr>`

function cell({ verdict, why, basis }: LawCell): TemplateResult {
  const told = `${t(`law.verdict.${verdict}`)}：${why}${basis.length > 0 ? `（${basis.join('、')}）` : ''}`
  return html`<td data-verdict=${verdict} title=${told}>${icon(MARKS[verdict])}<span class="sr">${told}</span>${nothing}</td>`
}
