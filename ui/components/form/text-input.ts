import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { TextField } from '../../../server/forms/index.ts'
import { describedBy, fieldFrame, invalid } from './field-frame.ts'
import { type FieldAt, fieldAt, type Place } from './place.ts'
import { pasteAs, plainCode, plainLine } from './plain-text.ts'

const codeLength = 18

/** One line of text. Codes are checked as soon as they are complete, without waiting until the field is left. */
export function textInput(field: TextField, place: Place): TemplateResult {
  const at = fieldAt(field, place)
  const { prefixAdorner, suffixAdorner } = field.appearance ?? {}
  const input = control(field, at)
  const framed =
    prefixAdorner || suffixAdorner
      ? html`<span class="affix"
          >${affix(prefixAdorner)}${input}${affix(suffixAdorner)}</span
        >`
      : input
  return fieldFrame(field, at, framed)
}

const affix = (text: string | undefined) => (text ? html`<span class="sub">${text}</span>` : nothing)

function control(field: TextField, at: FieldAt): TemplateResult {
  const isCode = field.validate?.validationType === 'idCard' || field.validate?.validationType === 'creditCode'
  const type = inputTypes[field.validate?.validationType ?? '']
  return html`<input
    class="in"
    id=${at.id}
    type=${type ?? 'text'}
    autocomplete="off"
    .value=${live(typeof at.value === 'string' ? at.value : '')}
    ?readonly=${at.isLocked}
    ?required=${field.validate?.required ?? false}
    aria-invalid=${invalid(at)}
    aria-describedby=${describedBy(field, at)}
    @paste=${pasteAs(isCode ? plainCode : plainLine)}
    @input=${(event: InputEvent) => {
      const { value } = event.target as HTMLInputElement
      at.change(value)
      if (isCode && value.length >= codeLength) at.leave()
    }}
    @change=${at.leave}
  />`
}

const inputTypes: Readonly<Record<string, string>> = { email: 'email', phone: 'tel' }
