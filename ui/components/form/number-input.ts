import { html, nothing, type TemplateResult } from 'lit'
import {
  formatYuan,
  isMoney,
  type Json,
  labelOf,
  type NumberField,
  parseYuan,
  yuanInWords,
} from '../../../server/forms/index.ts'
import { describedBy, fieldFrame, invalid } from './field-frame.ts'
import { type FieldAt, fieldAt, type Place } from './place.ts'
import { pasteAs, plainCode } from './plain-text.ts'
import { settled } from './settled.ts'
import { say } from './words.ts'

/**
 * A number, or an amount of money: typed in yuan, stored in fen, set with two decimals once the field is left.
 * What cannot be read as a number is stored as it was typed, so that it is neither lost nor taken for a number.
 */
export function numberInput(field: NumberField, place: Place): TemplateResult {
  const at = fieldAt(field, place)
  const money = isMoney(field)
  const words = money && at.language === 'zh' && typeof at.value === 'number' ? yuanInWords(at.value) : ''
  const help = words === '' ? [] : [say(at.language, 'inWords', { words })]
  const prefix = field.appearance?.prefixAdorner
  const suffix = money ? say(at.language, 'yuan') : field.appearance?.suffixAdorner
  const input = control(field, at, help.length > 0)
  const framed = html`<span class="affix"
    >${prefix ? html`<span class="sub">${prefix}</span>` : nothing}${input}${
      suffix ? html`<span class="sub" aria-hidden=${money ? 'true' : nothing}>${suffix}</span>` : nothing
    }</span
  >`
  return fieldFrame(field, at, framed, { help })
}

function control(field: NumberField, at: FieldAt, hasMoreHelp: boolean): TemplateResult {
  return html`<input
    class="in num"
    id=${at.id}
    type="text"
    inputmode="decimal"
    autocomplete="off"
    aria-label=${isMoney(field) ? `${labelOf(field, at.language)} (${say(at.language, 'yuan')})` : nothing}
    ${settled(show(field, at.value))}
    ?readonly=${at.isLocked}
    ?required=${field.validate?.required ?? false}
    aria-invalid=${invalid(at)}
    aria-describedby=${describedBy(field, at, hasMoreHelp)}
    @paste=${pasteAs(plainCode)}
    @input=${(event: InputEvent) => at.change(read(field, (event.target as HTMLInputElement).value))}
    @change=${at.leave}
    @blur=${(event: FocusEvent) => {
      ;(event.target as HTMLInputElement).value = show(field, (at.session.entered(at.path) ?? null) as Json)
    }}
  />`
}

function show(field: NumberField, value: Json): string {
  if (typeof value === 'number')
    return isMoney(field) && Number.isSafeInteger(value) ? formatYuan(value) : String(value)
  return typeof value === 'string' ? value : ''
}

/** Reads what was typed; null for nothing, the text itself if it is no number. */
function read(field: NumberField, typed: string): Json {
  const plain = plainCode(typed)
  if (plain === '') return null
  const value = isMoney(field) ? parseYuan(plain) : /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
  return value ?? typed
}
