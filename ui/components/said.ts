import { html, nothing, type TemplateResult } from 'lit'
import type { Named } from '../api-types.ts'

/** What somebody did, with who did it in front unless the sentence names him itself. */
export const said = (actor: Named, sentence: string): TemplateResult =>
  html`${actor.name && !sentence.includes(actor.name) ? html`<b class="actor">${actor.name}</b> ` : nothing}${sentence}`
