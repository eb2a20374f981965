import { html, type TemplateResult } from 'lit'

/** A value to choose. */
export interface Option {
  value: string
  word: string
}

/** One line of the properties: what it is, and where it is set. */
export const row = (label: string, field: TemplateResult): TemplateResult =>
  html`<span class="k">${label}</span>${field}`

/** A list to choose one of; what is set and not in it stands at its end, so that nothing is lost by looking. */
export function choice(
  label: string,
  value: string,
  options: readonly Option[],
  onPick: (value: string) => void,
  isOff = false,
): TemplateResult {
  const all = options.some(option => option.value === value) ? options : [...options, { value, word: value }]
  return html`<select class="in" aria-label=${label} ?disabled=${isOff} .value=${value}
    @change=${(event: Event) => onPick((event.currentTarget as HTMLSelectElement).value)}
  >${all.map(option => html`<option value=${option.value} ?selected=${option.value === value}>${option.word}</option>`)}</select>`
}

/** A line to write in; told when it is left. */
export function line(
  label: string,
  value: string,
  onWrite: (value: string) => void,
  isOff = false,
  isCode = false,
): TemplateResult {
  return html`<input class="in ${isCode ? 'mono' : ''}" aria-label=${label} .value=${value} ?disabled=${isOff}
    @change=${(event: Event) => onWrite((event.currentTarget as HTMLInputElement).value.trim())} />`
}
