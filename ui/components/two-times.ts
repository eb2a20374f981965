import { html, nothing, type TemplateResult } from 'lit'
import type { TwoTimes } from '../api-types.ts'
import { dayTime, shortDate } from '../office-time.ts'
import { t } from '../words/index.ts'

const OFFICE_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** When a fact happened, if not in the minute it was entered; a late entry is marked, with its reason. */
export function twoTimes({ happenedAt, late, at }: TwoTimes & { at: string }): TemplateResult | typeof nothing {
  if (happenedAt === undefined || (!late && dayTime(happenedAt) === dayTime(at))) return nothing
  const times = t('late.times', { happened: happenedText(happenedAt), entered: dayTime(at) })
  return html`<span class="times small" data-late=${late ? 'yes' : nothing}>
    ${late ? html`<span class="tag wait">${t('late.mark')}</span> ` : nothing}<span class="dim">${times}</span>
    ${late ? html`<span class="dim">${t('late.because', { reason: late.reason })}</span>` : nothing}
  </span>`
}

/** Midnight at the office stands for the whole day. */
function happenedText(instant: string): string {
  const isDay = (Date.parse(instant) + OFFICE_OFFSET_MS) % DAY_MS === 0
  return isDay ? shortDate(instant) : dayTime(instant)
}
