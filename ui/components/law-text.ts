import { html, type TemplateResult } from 'lit'
import type { LawParagraph } from '../api-types.ts'

/** The paragraphs of an article; the paragraph and item that are cited (from 1) are underlined. */
export function lawText(
  paragraphs: readonly LawParagraph[],
  cited: { paragraph?: number | undefined; item?: number | undefined } = {},
): TemplateResult {
  // An item cited without its paragraph is that of the first paragraph which has items.
  const place =
    cited.paragraph ?? (cited.item === undefined ? 0 : 1 + paragraphs.findIndex(({ items }) => items.length > 0))
  return html`<div class="lawtext">
    ${paragraphs.map(({ text, items }, index) => {
      const isCited = place === index + 1
      return html`<p>${marked(text, isCited && cited.item === undefined)}</p>
        ${items.map((item, at) => itemText(item, isCited && cited.item === at + 1))}`
    })}
  </div>`
}

function itemText({ text, items }: LawParagraph['items'][number], isCited: boolean): TemplateResult {
  return html`<p class="item">${marked(text, isCited)}</p>
    ${items.map(below => html`<p class="item below">${below}</p>`)}`
}

const marked = (text: string, isCited: boolean) => (isCited ? html`<mark>${text}</mark>` : text)
