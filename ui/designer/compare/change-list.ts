import { css, html, nothing, type TemplateResult } from 'lit'
import type { Change } from '../../../server/prose/index.ts'
import { language } from '../../preferences.ts'
import { t } from '../../words/index.ts'

/** How a list of changes looks: a mark that is a word, and the sentence. */
export const changeListStyles = css`
  .changes { margin: 0; padding: 0; list-style: none; font-size: var(--t-table); }
  .changes > li { border-bottom: 1px solid var(--line); }
  .changes > li > button { display: grid; grid-template-columns: 20px minmax(0, 1fr); gap: var(--s2); width: 100%; padding: 7px var(--s4); border: 0; background: none; color: inherit; font: inherit; line-height: 1.6; text-align: start; cursor: pointer; overflow-wrap: anywhere; }
  .changes > li > button:hover { background: var(--hover); }
  .changes > li[aria-current] > button { background: var(--picked); }
  .changes i { height: 20px; border: 1px solid var(--edge); border-radius: var(--r1); color: var(--ink-2); font: 13px/18px var(--song); text-align: center; }
  .changes .added i { border-style: double; border-width: 3px; line-height: 14px; }
  .changes .removed i { border-style: dashed; }
  .changes .drawing { color: var(--ink-2); }
  h3.topic { padding: 8px var(--s4) 4px; color: var(--ink-3); font-size: var(--t-label); font-weight: var(--w); }
`

/** What a change is marked with: added, removed, changed, or only drawn otherwise. */
const markOf = ({ kind, topic }: Change): 'added' | 'removed' | 'changed' | 'drawing' =>
  topic === 'drawing' ? 'drawing' : kind

/** Changes as a list, grouped by what they are about; a change is clicked to show its element. */
export function changeList(
  changes: readonly Change[],
  picked: string | undefined,
  pick: (change: Change) => void,
): TemplateResult[] {
  const topics = [...new Set(changes.map(({ topic }) => topic))]
  return topics.map(topic => {
    const own = changes.filter(change => change.topic === topic)
    return html`<h3 class="topic">${t(`compare.topic.${topic}`)} <span class="count">${own.length}</span></h3>
      ${changeItems(own, { label: t(`compare.topic.${topic}`), picked, pick })}`
  })
}

/** Some changes, one below the other. */
export function changeItems(
  changes: readonly Change[],
  { label, picked, pick }: { label: string; picked: string | undefined; pick: (change: Change) => void },
): TemplateResult {
  return html`<ol class="changes" aria-label=${label}>${changes.map(change => item(change, picked, pick))}</ol>`
}

function item(change: Change, picked: string | undefined, pick: (change: Change) => void): TemplateResult {
  const mark = markOf(change)
  const isPicked = picked !== undefined && change.elementIds.includes(picked)
  return html`<li class=${mark} aria-current=${isPicked ? 'true' : nothing} data-element=${change.elementIds[0] ?? nothing}>
    <button type="button" @click=${() => pick(change)}>
      <i role="img" aria-label=${t(`compare.kind.${mark}`)} title=${t(`compare.kind.${mark}`)}>${t(`compare.mark.${mark}`)}</i>
      <span>${change[language() === 'en' ? 'en' : 'zh']}</span>
    </button>
  </li>`
}
