import { html, type TemplateResult } from 'lit'
import type { CaseRecord, ListedCase, Review } from '../../api-types.ts'
import { shortDate } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** How a case stands, in a word. */
export const caseMark = ({ state, isSuspended }: Pick<ListedCase, 'state' | 'isSuspended'>): TemplateResult =>
  isSuspended
    ? html`<span class="tag wait">${t('cases.suspended')}</span>`
    : html`<span class="tag ${state.value === 'reviewing' ? 'wait' : 'off'}">${state.label}</span>`

/** How a review ended, or that it has not. */
export const outcomeMark = ({ outcome }: Pick<Review, 'outcome'>): TemplateResult => {
  const looks: Record<string, string> = { passed: 'live', running: 'wait', 'not-passed': 'stop' }
  return html`<span class="tag ${looks[outcome.value] ?? 'off'}">${outcome.label}</span>`
}

/** Of a case under article 58: whether a decision may be made on what was reviewed last. */
export function gateNote({ isUnder58, passedAt, lastMaterialChangeAt }: CaseRecord): TemplateResult | string {
  if (!isUnder58) return t('case.not58')
  if (passedAt === null) return html`<span class="red">${t('case.gate.none')}</span>`
  const date = shortDate(passedAt)
  if (Date.parse(passedAt) > Date.parse(lastMaterialChangeAt)) return t('case.gate.open', { date })
  return html`<span class="red">${t('case.gate.stale', { date })}</span>`
}
