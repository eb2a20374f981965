import { html, nothing, type TemplateResult } from 'lit'
import { classMap } from 'lit/directives/class-map.js'
import { live } from 'lit/directives/live.js'
import {
  type CheckboxField,
  type ChecklistField,
  type Json,
  labelOf,
  type Option,
  optionsOf,
} from '../../../server/forms/index.ts'
import { below, describedBy, fieldset, invalid, mustWord } from './field-frame.ts'
import { type FieldAt, fieldAt, type Place } from './place.ts'

/** Any number of several options; what is stored keeps the order of the options. */
export function checklist(field: ChecklistField, place: Place): TemplateResult {
  const at = fieldAt(field, place)
  const options = optionsOf(field, at.scope, at.language)
  const chosen: readonly Json[] = Array.isArray(at.value) ? at.value : []
  const isInColumns = field.properties?.display === 'columns'
  const boxes = options.map(option => box(at, option, options, chosen))
  return fieldset(field, at, html`<div class=${classMap({ opine: isInColumns })}>${boxes}</div>`)
}

function box(at: FieldAt, option: Option, options: readonly Option[], chosen: readonly Json[]): TemplateResult {
  const small = option.blocked?.reason || option.help
  const isChosen = chosen.includes(option.value)
  return html`<label class="choice" aria-disabled=${at.isLocked || option.blocked ? 'true' : nothing}
    ><input
      type="checkbox"
      .checked=${live(isChosen)}
      ?disabled=${at.isLocked || (option.blocked !== undefined && !isChosen)}
      aria-invalid=${invalid(at)}
      @change=${(event: Event) => {
        const { checked } = event.target as HTMLInputElement
        const keep = (value: Json) => (value === option.value ? checked : chosen.includes(value))
        at.change(options.map(({ value }) => value).filter(keep))
        at.leave()
      }}
    /><span>${option.label}</span>${small ? html`<small>${small}</small>` : nothing}</label
  >`
}

/** Yes or no. */
export function checkbox(field: CheckboxField, place: Place): TemplateResult {
  const at = fieldAt(field, place)
  return html`<div class="field one">
    <label class="choice" aria-disabled=${at.isLocked ? 'true' : nothing}
      ><input
        id=${at.id}
        type="checkbox"
        .checked=${live(at.value === true)}
        ?disabled=${at.isLocked}
        ?required=${field.validate?.required ?? false}
        aria-invalid=${invalid(at)}
        aria-describedby=${describedBy(field, at)}
        @change=${(event: Event) => {
          at.change((event.target as HTMLInputElement).checked)
          at.leave()
        }}
      /><span class="label">${labelOf(field, at.language)} ${mustWord(field, at)}</span></label
    >${below(field, at)}
  </div>`
}
