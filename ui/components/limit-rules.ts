import { html, type TemplateResult } from 'lit'
import type { ExclusionPolicy, LimitParameter } from '../api-types.ts'
import { sentences, t, type WordId } from '../words/index.ts'
import { verificationMark } from './citation.ts'
import { amountWords } from './limit-words.ts'

/** How a limit may be made longer: by what, how often, by whom, and how that was checked. */
export function extensionRule(rule: NonNullable<LimitParameter['extension']>): TemplateResult {
  const { amount, times, approvers, marks } = rule
  return html`${t('limits.extension')} ${t('limits.extensionText', { amount: amountWords(amount), n: times })} ${approvers.join(t('limit.or'))} ${marks.map(verificationMark)}`
}

/** What does not count in a limit, in one field of law, and how that was checked. */
export function exclusionRule({ field, suspension, kinds, marks }: ExclusionPolicy): TemplateResult {
  const name = field === 'general' ? t('limits.general') : field
  return html`${t('limits.exclusion')} ${t('limits.field', { field: name })}${leftOut(suspension, kinds)} ${marks.map(verificationMark)}`
}

function leftOut(suspension: boolean, kinds: readonly string[]): string {
  const words = [...(suspension ? [t('limits.withCase')] : []), ...kinds.map(kindWord)]
  return words.length > 0 ? words.join(t('limits.and')) : t('limits.noExclusion')
}

const kindWord = (kind: string): string => {
  const id = `exclusion.${kind}`
  return id in sentences ? t(id as WordId) : kind
}
