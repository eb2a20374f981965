import { html, nothing, type TemplateResult } from 'lit'
import { type StaticText, textOf } from '../../../server/forms/index.ts'
import { type Block, readBlocks, type Span } from './markdown.ts'
import type { Place } from './place.ts'

/** Words between the fields: headings, paragraphs, lists, links, and quoted law set in its own face. */
export function staticText(component: StaticText, { scope, session }: Place): TemplateResult | typeof nothing {
  const blocks = readBlocks(textOf(component, scope, session.language))
  return blocks.length > 0 ? html`<div class="words">${blocks.map(drawBlock)}</div>` : nothing
}

/** A line of text with links and strong words. */
export const drawSpans = (spans: readonly Span[]) =>
  spans.map(span => {
    if (span.href !== undefined) return html`<a href=${span.href}>${span.text}</a>`
    return span.isStrong ? html`<b>${span.text}</b>` : span.text
  })

function drawBlock(block: Block): TemplateResult {
  const lines = block.lines.map(drawSpans)
  if (block.kind === 'heading') return html`<div class="part"><h2>${lines}</h2></div>`
  if (block.kind === 'list') return html`<ul class="points">${lines.map(line => html`<li>${line}</li>`)}</ul>`
  const broken = lines.map((line, index) => (index === 0 ? line : html`<br />${line}`))
  return block.kind === 'quote' ? html`<blockquote class="law">${broken}</blockquote>` : html`<p>${broken}</p>`
}
