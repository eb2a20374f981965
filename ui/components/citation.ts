import { html, nothing, type TemplateResult } from 'lit'
import type { Citation, LimitMark } from '../api-types.ts'
import { t } from '../words/index.ts'

/** What an article says, in our own words, and how it was checked. */
export function citation({ ref, title, summary, verification }: Citation): TemplateResult {
  return html`<blockquote class="law">
    ${summary ?? title ?? ref}<cite>${ref}${summary && title ? html` · ${title}` : nothing} ${verification ? verificationMark(verification) : nothing}</cite>
  </blockquote>`
}

/** How a number or an article was checked, as a tag. */
export function verificationMark(mark: LimitMark): TemplateResult {
  return html`<span class="tag ${mark === 'law-text' ? 'live' : mark === 'to-verify' ? 'wait' : 'off'}">${t(`limit.mark.${mark}`)}</span>`
}
