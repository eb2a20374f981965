import { html, nothing, type TemplateResult } from 'lit'
import type { LimitParameter } from '../../api-types.ts'
import { exclusionRule, extensionRule } from '../../components/limit-rules.ts'

/** How a limit may be made longer, and what does not count in it, by field of law. */
export function limitPolicies({ extension, exclusions }: LimitParameter): TemplateResult {
  return html`${extension ? html`<div class="sub small">${extensionRule(extension)}</div>` : nothing}${exclusions.map(
    rule => html`<div class="sub small">${exclusionRule(rule)}</div>`,
  )}`
}
