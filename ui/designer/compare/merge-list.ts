import { css, html, nothing, type TemplateResult } from 'lit'
import type { Change } from '../../../server/prose/index.ts'
import { emptyFace } from '../../components/faces.ts'
import { t } from '../../words/index.ts'
import { changeItems } from './change-list.ts'
import type { ThreeSides } from './three-sides.ts'

/** How the three sides of a merge look. */
export const mergeListStyles = css`
  .merge h3 { display: flex; gap: var(--s2); margin: 0; padding: var(--s3) var(--s4) 0; font-size: var(--t-table); }
  .merge p { margin: 0; padding: 2px var(--s4) var(--s2); color: var(--ink-2); font-size: var(--t-label); line-height: 1.6; }
  .merge .conflict { border-block: 1px solid var(--line); margin-bottom: var(--s2); border-left: 3px solid var(--red); }
  .merge .conflict h4 { margin: 0; padding: var(--s2) var(--s4) 0; color: var(--ink-3); font-size: var(--t-label); font-weight: var(--w); }
  .merge .conflict li:last-child { border-bottom: 0; }
`

/** What an office and a release made of the same version, as sentences: first what has to be decided. */
export function mergeList(
  { conflicts, release, own, merged }: ThreeSides,
  picked: string | undefined,
  pick: (change: Change) => void,
): TemplateResult {
  const items = (changes: readonly Change[], label: string) => changeItems(changes, { label, picked, pick })
  const part = (id: 'release' | 'own' | 'merged', changes: readonly Change[]) =>
    changes.length === 0
      ? nothing
      : html`<section data-side=${id}><h3>${t(`merge.${id}`)} <span class="count">${changes.length}</span></h3>
          <p>${t(`merge.${id}Text`)}</p>${items(changes, t(`merge.${id}`))}</section>`
  const isNone = conflicts.length + release.length + own.length + merged.length === 0
  return html`<div class="merge">
    ${isNone ? emptyFace(t('compare.none'), t('compare.noneText')) : nothing}
    ${
      conflicts.length === 0
        ? nothing
        : html`<section data-side="conflicts"><h3>${t('merge.conflicts')} <span class="count">${conflicts.length}</span></h3>
          <p>${t('merge.conflictsText')}</p>
          ${conflicts.map(
            conflict => html`<div class="conflict">
              <h4>${t('merge.sideOwn')}</h4>${items(conflict.own, t('merge.sideOwn'))}
              <h4>${t('merge.sideRelease')}</h4>${items(conflict.release, t('merge.sideRelease'))}
            </div>`,
          )}</section>`
    }
    ${part('own', own)} ${part('release', release)} ${part('merged', merged)}
  </div>`
}
