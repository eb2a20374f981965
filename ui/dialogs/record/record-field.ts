import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../../words/index.ts'

/** One field of a record dialog; its name is the member that is sent. */
export interface RecordField {
  name: string
  label: string
  type?: 'text' | 'date' | 'datetime-local' | 'password' | 'textarea' | 'checkbox' | 'checks' | 'select'
  value?: string | undefined
  options?: readonly { value: string; word: string }[]
  isOptional?: boolean
  help?: string
  autocomplete?: AutoFill
}

/** What was filled in: a checkbox is `yes` or nothing, several checks are lines. */
export type RecordValues = Readonly<Record<string, string>>

/** A field with its label, its help, and what is wrong with it. */
export function recordField(field: RecordField, error: string): TemplateResult {
  const { name, label, type = 'text', isOptional, help } = field
  if (type === 'checkbox')
    return html`<div class="field"><label class="choice"><input type="checkbox" name=${name} value="yes" ?checked=${field.value === 'yes'} /><span>${label}</span>${help ? html`<small>${help}</small>` : nothing}</label></div>`
  if (type === 'checks') return checks(field, error)
  return html`<div class="field">
    <label class="label" for=${name}>${label} ${isOptional ? nothing : html`<span class="must">${t('common.required')}</span>`}</label>
    ${input(field, error)}
    ${help ? html`<div class="help" id="${name}-help">${help}</div>` : nothing}
    <div class="err" id="${name}-err">${error}</div>
  </div>`
}

function input({ name, type = 'text', value = '', options = [], help, autocomplete }: RecordField, error: string) {
  const described = `${help ? `${name}-help ` : ''}${name}-err`
  const invalid = error ? 'true' : nothing
  if (type === 'select')
    return html`<select class="in" id=${name} name=${name} aria-describedby=${described} aria-invalid=${invalid}>
      ${options.map(option => html`<option value=${option.value} ?selected=${option.value === value}>${option.word}</option>`)}
    </select>`
  if (type === 'textarea')
    return html`<textarea class="in" id=${name} name=${name} rows="2" maxlength="500" aria-describedby=${described} aria-invalid=${invalid} .value=${value}></textarea>`
  return html`<input class="in" id=${name} name=${name} type=${type} .defaultValue=${value} maxlength="200" autocomplete=${autocomplete ?? 'off'}
    aria-describedby=${described} aria-invalid=${invalid} />`
}

/** Several of a list may be chosen. */
function checks({ name, label, value = '', options = [], isOptional }: RecordField, error: string): TemplateResult {
  const chosen = new Set(value.split('\n'))
  return html`<fieldset class="field checks" aria-describedby="${name}-err">
    <legend class="label">${label} ${isOptional ? nothing : html`<span class="must">${t('common.required')}</span>`}</legend>
    <div class="many">${options.map(
      option =>
        html`<label class="choice"><input type="checkbox" name=${name} value=${option.value} ?checked=${chosen.has(option.value)} /><span>${option.word}</span></label>`,
    )}</div>
    <div class="err" id="${name}-err">${error}</div>
  </fieldset>`
}
