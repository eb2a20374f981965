import { html, nothing, type TemplateResult } from 'lit'
import type { ExclusionPolicy, LimitParameter } from '../api-types.ts'
import { sentences, t, type WordId } from '../words/index.ts'
import { citationLink, verificationMark } from './citation.ts'
import { amountWords } from './limit-words.ts'

/** What stands behind a rule, before its articles: the way to change it. */
type Beside = TemplateResult | typeof nothing

/** How a limit may be made longer: by what, how often, by whom, and how that was checked. */
export function extensionRule(
  rule: NonNullable<LimitParameter['extension']>,
  beside: Beside = nothing,
): TemplateResult {
  const { amount, times, approvers, basis, marks } = rule
  return html`${t('limits.extension')} ${t('limits.extensionText', { amount: amountWords(amount), n: times })} ${approvers.join(t('limit.or'))} ${marks.map(verificationMark)} ${beside}${basis.map(citationLink)}`
}

/** What does not count in a limit, in one field of law, and how that was checked. */
export function exclusionRule(
  { field, suspension, kinds, basis, marks }: ExclusionPolicy,
  beside: Beside = nothing,
): TemplateResult {
  const name = field === 'general' ? t('limits.general') : field
  return html`${t('limits.exclusion')} ${t('limits.field', { field: name })}${leftOut(suspension, kinds)} ${marks.map(verificationMark)} ${beside}${basis.map(citationLink)}`
}

function leftOut(suspension: boolean, kinds: readonly string[]): string {
  const words = [...(suspension ? [t('limits.withCase')] : []), ...kinds.map(kindWord)]
  return words.length > 0 ? words.join(t('limits.and')) : t('limits.noExclusion')
}

const kindWord = (kind: string): string => {
  const id = `exclusion.${kind}`
  return id in sentences ? t(id as WordId) : kind
}
