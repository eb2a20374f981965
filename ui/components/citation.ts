import { html, nothing, type TemplateResult } from 'lit'
import type { Citation, LimitMark } from '../api-types.ts'
import { t } from '../words/index.ts'
import { lawText } from './law-text.ts'

/**
 * A citation, wherever one stands: what the article says in our own words, how that was checked, and to open the official
 * text as of the day, with what is cited underlined, from when to when it holds, and the way to the whole law.
 */
export function citation(cited: Citation): TemplateResult {
  const { ref, title, summary, verification } = cited
  return html`<blockquote class="law" data-ref=${ref}>
    ${summary ?? title ?? plain(ref)}<cite>${plain(ref)}${summary && title ? html` · ${title}` : nothing} ${verification ? verificationMark(verification) : nothing}</cite>
    ${cited.name === undefined ? nothing : opened(cited)}
  </blockquote>`
}

/** A citation where there is little room, as in a refusal: all of it opens. */
export function briefCitation(cited: Citation): TemplateResult {
  const { ref, title, summary, verification } = cited
  if (cited.name === undefined) return html`<div>${plain(ref)}</div>`
  return html`<details class="law brief" data-ref=${ref}>
    <summary>${plain(ref)} ${verification ? verificationMark(verification) : nothing}</summary>
    ${summary ?? title ?? nothing}${behind(cited)}
  </details>`
}

/** A citation in a table: the way to the article in its law, as of the day; one that is not confirmed says so. */
export function citationLink(cited: Citation): TemplateResult {
  const { ref, name, verification } = cited
  const mark = verification === 'to-verify' ? html` ${verificationMark(verification)}` : nothing
  return html`<div>${name === undefined ? plain(ref) : html`<a href=${lawAddress(cited)}>${plain(ref)}</a>`}${mark}</div>`
}

/** Without the mark it was written down with: the tag beside it says as much. */
const plain = (ref: string): string => ref.replace('【待核】', '')

/** How a number or an article was checked, as a tag. */
export function verificationMark(mark: LimitMark): TemplateResult {
  return html`<span class="tag ${mark === 'law-text' ? 'live' : mark === 'to-verify' ? 'wait' : 'off'}">${t(`limit.mark.${mark}`)}</span>`
}

/** Where a law is read as of a day, at an article. */
export function lawAddress({ name = '', article, day }: Pick<Citation, 'name' | 'article' | 'day'>): string {
  const query = new URLSearchParams({ day, ...(article !== undefined && { article }) })
  return `/statutes/${encodeURIComponent(name)}?${query}`
}

/** From when to when a version holds. */
export function inForceText({
  inForceFrom: from,
  inForceTo: to,
}: {
  inForceFrom?: string | null | undefined
  inForceTo?: string | null | undefined
}): string {
  if (!from) return ''
  return to ? t('law.fromTo', { from, to }) : t('law.from', { from })
}

function opened(cited: Citation): TemplateResult {
  return html`<details class="opened"><summary>${t('law.text')}</summary>${behind(cited)}</details>`
}

/** The official text, from when to when it holds, and the way to the whole law. */
function behind(cited: Citation): TemplateResult {
  const { paragraphs, day, isNotInForce, title } = cited
  return html`
    ${paragraphs ? lawText(paragraphs, cited) : html`<p class="sub">${t(isNotInForce ? 'law.notInForce' : title ? 'law.noText' : 'law.unknown', { day })}</p>`}
    <p class="sub">${inForceText(cited)}${cited.inForceFrom ? html` · ${t('law.asOf', { day })}` : nothing} · <a href=${lawAddress(cited)}>${t('law.open')}</a></p>
  `
}
