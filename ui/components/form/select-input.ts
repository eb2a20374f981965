import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { type Option, optionsOf, type SelectField } from '../../../server/forms/index.ts'
import { describedBy, fieldFrame, invalid } from './field-frame.ts'
import { type FieldAt, fieldAt, type Place } from './place.ts'
import { say } from './words.ts'

/** One of several options from the browser's own list; a blocked option says why in its words. */
export function selectInput(field: SelectField, place: Place): TemplateResult {
  const at = fieldAt(field, place)
  return fieldFrame(field, at, control(field, at, optionsOf(field, at.scope, at.language)))
}

function control(field: SelectField, at: FieldAt, options: readonly Option[]): TemplateResult {
  const chosen = options.findIndex(option => option.value === at.value)
  return html`<select
    class="in"
    id=${at.id}
    ?disabled=${at.isLocked}
    ?required=${field.validate?.required ?? false}
    aria-invalid=${invalid(at)}
    aria-describedby=${describedBy(field, at)}
    @change=${(event: Event) => {
      const option = options[Number((event.target as HTMLSelectElement).value)]
      at.change(option?.value ?? null)
      at.leave()
    }}
  >
    <option value="-1" .selected=${live(chosen < 0)}>${say(at.language, 'choose')}</option>
    ${options.map(
      ({ label, blocked }, index) =>
        html`<option value=${index} .selected=${live(index === chosen)} ?disabled=${blocked !== undefined}>
          ${blocked?.reason ? `${label}（${blocked.reason}）` : label}
        </option>`,
    )}
  </select>`
}
