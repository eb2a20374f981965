import { html, nothing, type TemplateResult } from 'lit'
import { amountWords } from '../../../server/prose/reading/amount-words.ts'
import type { ReplayedCase, ReplayReport } from '../../answers/rehearsals.ts'
import { language } from '../../preferences.ts'
import { t } from '../../words/index.ts'

/** What a replay found: in one sentence, then cases, limits, roles. */
export function renderReport(report: ReplayReport): TemplateResult {
  const { counts, finished, from, cases, limits, roles } = report
  const n = counts.same + counts.differs + counts.undetermined + counts.unplayable
  const isUnchanged = cases.length === 0 && limits.length === 0 && roles.length === 0
  return html`<p role="status">${t('replay.said', { version: from, finished, n, ...counts })} ${isUnchanged && n > 0 ? t('replay.noDifference') : ''}</p>
    ${cases.length > 0 ? renderCases(cases) : nothing}
    ${limits.length > 0 ? html`<h3>${t('replay.limits')}</h3><ul>${limits.map(limit => html`<li>${t('replay.limitLine', { name: limit.name, before: amountText(limit.before), after: amountText(limit.after), n: limit.cases })}</li>`)}</ul>` : nothing}
    ${roles.length > 0 ? html`<h3>${t('replay.roles')}</h3><ul>${roles.map(role => html`<li>${roleText(role)}</li>`)}</ul>` : nothing}`
}

function renderCases(cases: readonly ReplayedCase[]): TemplateResult {
  return html`<table class="tbl"><thead><tr><th>${t('replay.caseNo')}</th><th>${t('replay.verdict')}</th><th>${t('replay.why')}</th></tr></thead>
    <tbody>${cases.map(
      each => html`<tr data-verdict=${each.verdict}>
        <td><a href="/instances/${each.instance}">${each.caseNo ?? each.instance}</a></td>
        <td class=${each.verdict}>${t(`replay.verdict.${each.verdict}`)}</td>
        <td>${reasonText(each)}</td></tr>`,
    )}</tbody></table>`
}

/** Where a case leaves its way, or what was never answered. */
export function reasonText({ at, before, after, unanswered }: ReplayedCase): string {
  if (unanswered) {
    const { kind, name, what } = unanswered
    return what === 'by-hand' ? t('replay.unanswered.byHand') : t(`replay.unanswered.${kind}`, { name, what })
  }
  if (at === undefined) return ''
  const step = (way: readonly string[]) => way[at - 1] ?? t('replay.nothing')
  return t('replay.from', { at, before: step(before), after: step(after) })
}

/** How much more or less work comes to a role. */
function roleText({ name, before, after, atLeast }: ReplayReport['roles'][number]): string {
  const change =
    after > before ? t('replay.roleMore', { n: after - before }) : t('replay.roleLess', { n: before - after })
  return [
    t('replay.roleLine', { name, before, after }),
    after === before ? '' : change,
    atLeast > 0 ? t('replay.roleAtLeast', { n: atLeast }) : '',
  ].join('')
}

const amountText = (amounts: string): string =>
  amounts === ''
    ? t('replay.noLimit')
    : amounts
        .split('；')
        .map(amount => amountWords(amount)[language() === 'en' ? 'en' : 'zh'])
        .join('；')
