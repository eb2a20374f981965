import { html, nothing, type TemplateResult } from 'lit'
import type { StatuteImpact } from '../../api-types.ts'
import { t } from '../../words/index.ts'
import { citedByList } from './cited-by.ts'

/** What an amendment or repeal touches: steps, open cases (those at such a step first), forms, templates, and the rest. */
export function impactList(impact: StatuteImpact): TemplateResult {
  const { steps, cases, texts, templates, others } = impact
  const count = steps.length + cases.length + texts.length + templates.length + others.length
  if (count === 0) return html`<p class="sub" data-impact="none">${t('statute.impactNone')}</p>`
  return html`<dl class="cites" data-impact=${count}>
    ${part(t('statute.impactSteps', { n: steps.length }), steps, each => html`<a href="/designer/${each.processDefinitionKey}">${each.processName} · ${each.name}</a> ${each.isPublished ? nothing : html`<span class="tag off">${t('statute.impactOld', { n: each.version })}</span>`}`)}
    ${part(t('statute.impactCases', { n: cases.length }), cases, each => html`<a href="/instances/${each.processInstanceKey}">${each.caseNo ?? each.title ?? each.processName}</a> ${each.now.length > 0 ? html`<span class="tag wait">${t('statute.impactNow', { step: each.now.join('、') })}</span>` : nothing}`)}
    ${part(t('statute.impactTexts', { n: texts.length }), texts, each => html`<a href="/designer/${each.processDefinitionKey}">${each.processName}</a> <span class="mono">${each.file}</span>`)}
    ${part(t('statute.impactTemplates', { n: templates.length }), templates, each => html`${each.name} <span class="mono dim">${each.id}</span>`)}
  </dl>${citedByList(others)}`
}

function part<Item>(title: string, items: readonly Item[], show: (item: Item) => TemplateResult) {
  if (items.length === 0) return nothing
  return html`<div><dt>${title}</dt><dd><ul>${items.map(item => html`<li>${show(item)}</li>`)}</ul></dd></div>`
}
