import { html, nothing, type TemplateResult } from 'lit'
import { classMap } from 'lit/directives/class-map.js'
import { live } from 'lit/directives/live.js'
import { descriptionOf, labelOf, type Option, optionsOf, type RadioField } from '../../../server/forms/index.ts'
import { describedBy, errorBelow, fieldset, invalid } from './field-frame.ts'
import { type FieldAt, fieldAt, type Place } from './place.ts'
import { say } from './words.ts'

/** One of several options, all in sight: below each other, side by side under a heading (`columns`), or as `segments`. */
export function radioGroup(field: RadioField, place: Place): TemplateResult {
  const at = fieldAt(field, place)
  const options = optionsOf(field, at.scope, at.language)
  if (field.properties?.display === 'columns') return columns(field, at, choices(at, options))
  const controls =
    field.properties?.display === 'segments' ? segments(at, options) : html`<div>${choices(at, options)}</div>`
  return fieldset(field, at, controls, 'radiogroup')
}

/** Options side by side in one frame; all but the first are set dark when chosen, so that the eye falls on the exception. */
export function segments(at: FieldAt, options: readonly Option[]): TemplateResult {
  return html`<span class="seg"
    >${options.map(
      (option, index) =>
        html`<label class=${classMap({ bad: index > 0 })} title=${option.blocked?.reason || nothing}
          >${radio(at, option)}${option.label}</label
        >`,
    )}</span
  >`
}

const choices = (at: FieldAt, options: readonly Option[]): TemplateResult[] =>
  options.map(option => {
    const small = option.blocked?.reason || option.help
    return html`<label class="choice" aria-disabled=${option.blocked || at.isLocked ? 'true' : nothing}
      >${radio(at, option)}<span>${option.label}</span>${small ? html`<small>${small}</small>` : nothing}</label
    >`
  })

function radio(at: FieldAt, option: Option): TemplateResult {
  return html`<input
    type="radio"
    name=${at.id}
    .checked=${live(at.value === option.value)}
    ?disabled=${at.isLocked || option.blocked !== undefined}
    @change=${() => {
      at.change(option.value)
      at.leave()
    }}
  />`
}

function columns(field: RadioField, at: FieldAt, controls: TemplateResult[]): TemplateResult {
  const must = field.validate?.required && !at.isLocked ? say(at.language, 'required') : ''
  const description = descriptionOf(field, at.language)
  const stop = at.language === 'zh' ? '。' : '. '
  return html`<fieldset
    class="columns"
    id=${at.id}
    role="radiogroup"
    aria-describedby=${describedBy(field, at)}
    aria-required=${must ? 'true' : nothing}
    aria-invalid=${invalid(at)}
  >
    <legend class="part">
      <b>${labelOf(field, at.language)}</b>
      <span class="dim small" id="${at.id}-help">${[sentence(must), description].filter(text => text !== '').join(stop)}</span>
    </legend>
    <div class="opine">${controls}</div>
    ${errorBelow(at)}
  </fieldset>`
}

const sentence = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
