import { html, nothing, type TemplateResult } from 'lit'
import { navigate, withQuery } from '../navigation.ts'
import { longDate, officeNow } from '../office-time.ts'
import { t } from '../words/index.ts'
import { icon } from './icon.ts'

/** The day a register is read as of, by the address of its page; nothing: as it stands. */
export function dayOfQuery(query: URLSearchParams): string | undefined {
  const day = query.get('day') ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day < officeDay() ? day : undefined
}

/** The field by which a register is read as of a day. */
export function dayField(query: URLSearchParams): TemplateResult {
  const choose = (event: Event) => navigate(withQuery({ day: (event.target as HTMLInputElement).value }))
  return html`<label title=${t('asOf.help')}><span class="sub">${t('asOf.field')}</span>
    <input class="in" type="date" name="day" max=${officeDay()} .value=${query.get('day') ?? ''} @change=${choose} /></label>`
}

/** Says that what is shown is over, and leads back. */
export function dayNote(query: URLSearchParams): TemplateResult | typeof nothing {
  const day = dayOfQuery(query)
  if (day === undefined) return nothing
  return html`<div class="note" role="status">${icon('clock')}<div>${t('asOf.note', { day })} <a href=${withQuery({ day: '' })}>${t('asOf.now')}</a></div></div>`
}

const officeDay = (): string => longDate(officeNow()).slice(0, 10)
