import { css, html, nothing, type TemplateResult } from 'lit'
import type { ReadingSentence } from '../../../server/prose/index.ts'
import { language } from '../../preferences.ts'
import { t } from '../../words/index.ts'

/** How the short text looks: numbers beside it, in the face that people read documents in. */
export const shortTextStyles = css`
  .said { margin: 0; padding: 4px 0; list-style: none; }
  .said button { display: grid; grid-template-columns: 34px minmax(0, 1fr); width: 100%; padding: 3px var(--s4); border: 0; background: none; color: inherit; font: var(--t-body)/1.65 var(--song); text-align: start; cursor: pointer; }
  .said :is(.pointed > button, button:hover) { background: var(--hover); }
  .said [aria-current] > button { background: var(--picked); }
  .said .no { font: var(--t-label)/24px var(--hei); color: var(--ink-3); }
  .said .d1 > button { padding-inline-start: calc(var(--s4) + 28px); }
  .said .d2 > button { padding-inline-start: calc(var(--s4) + 56px); }
  .said .d3 > button { padding-inline-start: calc(var(--s4) + 84px); }
`

/** The sentence of an element: the one it stands first in, else one that mentions it. */
function sentenceOf(sentences: readonly ReadingSentence[], elementId: string | undefined): number {
  if (elementId === undefined) return -1
  const own = sentences.findIndex(({ elementIds }) => elementIds[0] === elementId)
  return own >= 0 ? own : sentences.findIndex(({ elementIds }) => elementIds.includes(elementId))
}

/** The diagram as short text: the sentences of the element that is chosen and of that under the pointer stand out; a sentence is clicked to show its element. */
export function shortText(
  sentences: readonly ReadingSentence[],
  { picked, pointed }: { picked: string | undefined; pointed: string | undefined },
  pick: (elementId: string | undefined) => void,
): TemplateResult {
  const here = sentenceOf(sentences, picked)
  const under = sentenceOf(sentences, pointed)
  return html`<ol class="said" aria-label=${t('prose.list')}>
    ${sentences.map(
      ({ number = '', depth, elementIds, zh, en }, at) => html`<li
        class="d${Math.min(depth, 3)} ${at === under ? 'pointed' : ''}"
        aria-current=${at === here ? 'true' : nothing}
        data-element=${elementIds[0] ?? nothing}
        data-elements=${elementIds.join(' ') || nothing}
      ><button type="button" @click=${() => pick(elementIds[0])}><span class="no">${number}</span><span>${language() === 'en' ? en : zh}</span></button></li>`,
    )}
  </ol>`
}
