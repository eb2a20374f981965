import { html, nothing, type TemplateResult } from 'lit'
import { t, type WordId } from '../words/index.ts'

const registers: readonly [path: string, word: WordId][] = [
  ['/cases', 'cases.cases'],
  ['/parties', 'cases.parties'],
  ['/reviews', 'cases.reviews'],
]

/** The three registers around a case, side by side; each is a page of its own. */
export const registerTabs = (current: string): TemplateResult =>
  html`<nav class="tabs" aria-label=${t('cases.title')}>
    ${registers.map(([path, word]) => html`<a href=${path} aria-current=${path === current ? 'page' : nothing}>${t(word)}</a>`)}
  </nav>`
