import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../../words/index.ts'
import { type AmountParts, amountOf, LENGTHS, type Measure } from './amount-parts.ts'

/** How long a limit is: a number and what it counts; what is no length keeps its own parts. */
export function amountField(
  parts: AmountParts,
  own: Measure,
  error: string,
  enter: (parts: AmountParts) => void,
): TemplateResult {
  const measures: readonly Measure[] = LENGTHS.some(each => each === own) ? LENGTHS : [own, ...LENGTHS]
  const number = (name: 'number' | 'month' | 'day', label: string, most: number) =>
    html`<input class="in" id=${name === 'number' ? 'amount' : name} type="number" inputmode="numeric" min="1" max=${most} step="1"
      aria-label=${label} aria-describedby="amount-err" aria-invalid=${error ? 'true' : nothing} .value=${parts[name]}
      @input=${(event: Event) => enter({ ...parts, [name]: (event.target as HTMLInputElement).value.trim() })} />`
  const choose = (event: Event) => enter({ ...parts, measure: (event.target as HTMLSelectElement).value as Measure })
  return html`<div class="field" role="group" aria-label=${t('limits.amount')}>
    <div class="label">${t('limits.amount')} <span class="must">${t('common.required')}</span></div>
    <div class="amount">
      ${hasNumber(parts.measure) ? number('number', t('limits.number'), parts.measure === 'rate' ? 99 : 9999) : nothing}
      <select class="in" id="measure" aria-label=${t('limits.measure')} @change=${choose}>
        ${measures.map(each => html`<option value=${each} ?selected=${each === parts.measure}>${t(`limits.measure.${each}`)}</option>`)}
      </select>
      ${parts.measure === 'yearly' ? html`${number('month', t('limits.month'), 12)}<span>${t('limits.month')}</span>${number('day', t('limits.day'), 31)}<span>${t('limits.day')}</span>` : nothing}
    </div>
    <div class="err" id="amount-err">${error}</div>
  </div>`
}

/** What is wrong with an amount, before anything is sent. */
export function wrongAmount(parts: AmountParts): string {
  if (amountOf(parts) !== undefined) return ''
  return parts.measure === 'yearly'
    ? t('limits.dayWrong')
    : t('limits.numberWrong', { most: parts.measure === 'rate' ? 99 : 9999 })
}

const hasNumber = (measure: Measure): boolean => !['yearly', 'document', 'same-day'].includes(measure)
