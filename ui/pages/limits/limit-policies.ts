import { html, nothing, type TemplateResult } from 'lit'
import type { LimitParameter } from '../../api-types.ts'
import { verificationMark } from '../../components/citation.ts'
import { amountWords } from '../../components/limit-words.ts'
import { sentences, t, type WordId } from '../../words/index.ts'

/** How a limit may be made longer, and what does not count in it, by field of law. */
export function limitPolicies({ extension, exclusions }: LimitParameter): TemplateResult {
  return html`${
    extension
      ? html`<div class="sub small">${t('limits.extension')} ${t('limits.extensionText', { amount: amountWords(extension.amount), n: extension.times })} ${extension.approvers.join(t('limit.or'))} ${extension.marks.map(verificationMark)}</div>`
      : nothing
  }${exclusions.map(
    ({ field, suspension, kinds, marks }) =>
      html`<div class="sub small">${t('limits.exclusion')} ${t('limits.field', { field: field === 'general' ? t('limits.general') : field })}${leftOut(suspension, kinds)} ${marks.map(verificationMark)}</div>`,
  )}`
}

function leftOut(suspension: boolean, kinds: readonly string[]): string {
  const words = [...(suspension ? [t('limits.withCase')] : []), ...kinds.map(kindWord)]
  return words.length > 0 ? words.join(t('limits.and')) : t('limits.noExclusion')
}

const kindWord = (kind: string): string => {
  const id = `exclusion.${kind}`
  return id in sentences ? t(id as WordId) : kind
}
