import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { TextArea } from '../../../server/forms/index.ts'
import { describedBy, fieldFrame, invalid } from './field-frame.ts'
import { type FieldAt, fieldAt, type Place } from './place.ts'
import { pasteAs, plainText } from './plain-text.ts'
import { say } from './words.ts'

/** Text of several lines, with how much has been written. */
export function textArea(field: TextArea, place: Place): TemplateResult {
  const at = fieldAt(field, place)
  const counted = count(field, at)
  return fieldFrame(field, at, textAreaControl(field, at, 3, counted !== ''), { help: [counted], isWide: true })
}

/** The control alone, for places that label it themselves. */
export function textAreaControl(field: TextArea, at: FieldAt, rows: number, hasMoreHelp = false): TemplateResult {
  return html`<textarea
    class="in"
    id=${at.id}
    rows=${rows}
    .value=${live(typeof at.value === 'string' ? at.value : '')}
    ?readonly=${at.isLocked}
    ?required=${field.validate?.required ?? false}
    aria-invalid=${invalid(at)}
    aria-describedby=${describedBy(field, at, hasMoreHelp)}
    @paste=${pasteAs(plainText)}
    @input=${(event: InputEvent) => at.change((event.target as HTMLTextAreaElement).value)}
    @change=${at.leave}
  ></textarea>`
}

function count(field: TextArea, at: FieldAt): string {
  const n = typeof at.value === 'string' ? [...at.value.trim()].length : 0
  const most = field.validate?.maxLength
  if (typeof most === 'number') return say(at.language, 'writtenOf', { n, most })
  return n > 0 ? say(at.language, 'written', { n }) : ''
}
