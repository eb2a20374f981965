import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { DateTimeField } from '../../../server/forms/index.ts'
import { localText, storedText } from './datetime-text.ts'
import { describedBy, fieldFrame, invalid } from './field-frame.ts'
import { type FieldAt, fieldAt, type Place } from './place.ts'

const inputTypes = { date: 'date', time: 'time', datetime: 'datetime-local' }

/** A date, a time or both in the browser's own control, with the day of the week beside it. */
export function dateTimeInput(field: DateTimeField, place: Place): TemplateResult {
  const at = fieldAt(field, place)
  const local = localText(field, at.value)
  const day = field.subtype === 'time' ? '' : weekday(local, at)
  const input = html`<span class="affix"
    ><input
      class="in when"
      id=${at.id}
      type=${inputTypes[field.subtype]}
      max=${field.subtype === 'time' ? nothing : field.subtype === 'date' ? '9999-12-31' : '9999-12-31T23:59'}
      step=${field.timeInterval && field.subtype !== 'date' ? field.timeInterval * 60 : nothing}
      .value=${live(local)}
      ?readonly=${at.isLocked}
      ?required=${field.validate?.required ?? false}
      aria-invalid=${invalid(at)}
      aria-describedby=${describedBy(field, at)}
      @input=${(event: InputEvent) => at.change(storedText(field, (event.target as HTMLInputElement).value))}
      @blur=${at.leave}
    />${day === '' ? nothing : html`<span class="sub nb">${day}</span>`}</span
  >`
  return fieldFrame(field, at, input)
}

function weekday(local: string, at: FieldAt): string {
  if (local === '') return ''
  const day = new Date(`${local.slice(0, 10)}T00:00:00Z`)
  const locale = at.language === 'en' ? 'en' : 'zh-CN'
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(day)
}
