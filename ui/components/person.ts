import { html, nothing, type TemplateResult } from 'lit'

/** A person: the name seal (the first character), the name, and what matters now. */
export const personMark = (name: string, note?: string | TemplateResult): TemplateResult =>
  html`<span class="person" data-s=${[...name][0] ?? ''}>${name}${note ? html` <small>${note}</small>` : nothing}</span>`
