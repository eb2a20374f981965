import { css, html, nothing, type TemplateResult } from 'lit'
import type { BundleProblem } from '../api-types.ts'
import { t } from '../words/index.ts'

/** What the rules find wrong with a bundle: the mark, the element, the sentence; why and how to mend it on demand. */
export function bundleProblems(problems: readonly BundleProblem[]): TemplateResult {
  return html`<ol class="lint">${problems.map(line)}</ol>`
}

const line = ({ severity, file, elementId, message, law, way, why, mend }: BundleProblem) => html`<li class=${severity}>
  <i title=${t(`deploy.severity.${severity}`)} aria-label=${t(`deploy.severity.${severity}`)} role="img">${t(`deploy.mark.${severity}`)}</i>
  <div>
    <p>${message}${law === undefined ? nothing : html` <span class="dim">${law}</span>`}</p>
    <details>
      <summary>${t('deploy.whyMend')} <span class="mono dim">${file}${elementId === '' ? nothing : html` · ${elementId}`}</span></summary>
      <p lang="zh">${why}</p>
      <p lang="zh">${mend}</p>
      ${way === undefined ? nothing : html`<p class="dim">${t('deploy.way')}: <span class="mono">${way.join(' → ')}</span></p>`}
    </details>
  </div>
</li>`

/** How the list looks, wherever it stands. */
export const bundleProblemStyles = css`
  .lint { max-height: 45dvh; overflow: auto; margin: var(--s2) 0 0; padding: 0; list-style: none; border-top: 1px solid var(--line); font-size: var(--t-table); line-height: 1.6; }
  .lint > li { display: grid; grid-template-columns: 20px minmax(0, 1fr); gap: var(--s2); padding: 7px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
  .lint > li > i { font: 13px/18px var(--song); height: 20px; text-align: center; border: 1px solid var(--ink-3); border-radius: var(--r1); color: var(--ink-2); }
  .lint > li.error > i { border-color: var(--red); color: var(--red); }
  .lint p { margin: 0; }
  .lint details { color: var(--ink-2); font-size: var(--t-label); }
  .lint details > p { margin-top: var(--s1); }
  .lint summary { cursor: pointer; padding: 2px 0; }
`
