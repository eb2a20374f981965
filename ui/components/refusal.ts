import { html, nothing, type TemplateResult } from 'lit'
import type { ProblemDetails } from '../api-types.ts'
import { t } from '../words/index.ts'
import { rules } from '../words/rules.ts'
import { briefCitation } from './citation.ts'
import { problemText, requestLine } from './faces.ts'
import { icon } from './icon.ts'

/** A refusal by a rule, under the seal: what was not done, which rule, which article, what would help. */
export function refusalNote(
  problem: ProblemDetails,
  lead: 'task.notSubmitted' | 'task.cannot' | 'task.barred' | 'case.barred' | 'refusal.title',
  named: Record<string, string> = {},
): TemplateResult {
  const what = problem.detail ?? problem.title ?? t('error.unknown')
  return html`<div class="note refused" role="alert" data-rule=${problem.rule ?? nothing}>
    <span class="not">${t('refusal.seal')}</span>
    <div>
      <b>${t(lead, { what, ...named })}</b>
      <dl>
        ${problem.rule ? html`<dt>${t('refusal.rule')}</dt><dd>${ruleName(problem.rule)} <span class="dim mono">${problem.rule}</span></dd>` : nothing}
        ${problem.basis?.length ? html`<dt>${t('refusal.basis')}</dt><dd>${problem.citations?.map(briefCitation) ?? problem.basis.map(article => html`<div>${article}</div>`)}</dd>` : nothing}
        ${problem.remedy ? html`<dt>${t('refusal.remedy')}</dt><dd>${problem.remedy}</dd>` : nothing}
      </dl>
    </div>
  </div>`
}

/** The name of a rule; one without a name of its own is known by its code. */
const ruleName = (rule: string): string => (isRule(rule) ? t(`rule.${rule}`) : '')

const isRule = (rule: string): rule is keyof typeof rules => rule in rules

/** An act that failed for no rule's sake: a broken line, a server's error. What was filled in is kept. */
export function failureNote(problem: ProblemDetails, title: string, more = ''): TemplateResult {
  return html`<div class="note" role="alert" data-state="failed">
    ${icon('warn')}
    <div><b>${title}</b><br />${problemText(problem)} ${more}${requestLine(problem)}</div>
  </div>`
}
