import { html, nothing, type TemplateResult } from 'lit'
import { classMap } from 'lit/directives/class-map.js'
import { descriptionOf, type Field, labelOf } from '../../../server/forms/index.ts'
import type { FieldAt } from './place.ts'
import { say } from './words.ts'

/** The word that says a field must be filled in. */
export const mustWord = (field: Field, at: FieldAt): TemplateResult | typeof nothing =>
  field.validate?.required && !at.isLocked ? html`<span class="must">${say(at.language, 'required')}</span>` : nothing

/** What stands below a field: help, then what is wrong. The control names both in `aria-describedby`. */
export function below(field: Field, at: FieldAt, ...more: readonly string[]): TemplateResult {
  const help = [descriptionOf(field, at.language), ...more].filter(text => text !== '').join(' · ')
  return html`${help === '' ? nothing : html`<span class="help" id="${at.id}-help">${help}</span>`}${errorBelow(at)}`
}

/** What is wrong with a field, in words. */
export const errorBelow = (at: FieldAt): TemplateResult | typeof nothing =>
  at.error === undefined ? nothing : html`<span class="err" id="${at.id}-error">${at.error}</span>`

/** The ids of what describes a control. */
export function describedBy(field: Field, at: FieldAt, hasMoreHelp = false): string | typeof nothing {
  const hasHelp = hasMoreHelp || descriptionOf(field, at.language) !== ''
  const ids = [hasHelp ? `${at.id}-help` : '', at.error === undefined ? '' : `${at.id}-error`].filter(id => id !== '')
  return ids.length > 0 ? ids.join(' ') : nothing
}

/** What `aria-invalid` says of a control. */
export const invalid = (at: FieldAt): 'true' | typeof nothing => (at.error === undefined ? nothing : 'true')

/** A field with one control: the label above, help and error below. */
export function fieldFrame(
  field: Field,
  at: FieldAt,
  control: TemplateResult,
  { help = [], isWide = false }: { help?: readonly string[]; isWide?: boolean } = {},
): TemplateResult {
  return html`<div class=${classMap({ field: true, wide: isWide })}>
    <label class="label" for=${at.id}>${labelOf(field, at.language)} ${mustWord(field, at)}</label>
    ${control}${below(field, at, ...help)}
  </div>`
}

/** Several controls under one name: a fieldset with the legend above, help and error below. */
export function fieldset(field: Field, at: FieldAt, controls: TemplateResult, role?: 'radiogroup'): TemplateResult {
  return html`<fieldset
    class="field"
    id=${at.id}
    role=${role ?? nothing}
    aria-describedby=${describedBy(field, at)}
    aria-required=${role && field.validate?.required ? 'true' : nothing}
    aria-invalid=${role ? invalid(at) : nothing}
  >
    <legend class="label">${labelOf(field, at.language)} ${mustWord(field, at)}</legend>
    ${controls}${below(field, at)}
  </fieldset>`
}
