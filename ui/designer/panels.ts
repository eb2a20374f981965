import type { WordId } from '../words/index.ts'
import type { LateWords } from '../words/late.ts'

/** A panel below the canvas: it is given the draft, and tells what is done in it. */
export interface DraftPanel {
  id: string
  side: 'left' | 'right'
  label: WordId
  /** Where its label and its sentences are; they are there before the panel is. */
  words: LateWords
  element: string
  /** Shown only where the draft was begun from a version. */
  needsBase?: true
  /** Works from the start, whichever tab is in front: what it finds is shown elsewhere too. */
  isAlwaysOpen?: true
  load: () => Promise<unknown>
}

/** Every panel of the page of a draft, in the order of its tabs. */
export const panels: readonly DraftPanel[] = [
  {
    id: 'problems',
    side: 'left',
    label: 'draft.problems.tab',
    words: 'draftProblems',
    element: 'xf-draft-problems',
    isAlwaysOpen: true,
    load: () => import('./problems/problems-panel.ts'),
  },
  {
    id: 'trial',
    side: 'left',
    label: 'trial.tab',
    words: 'rehearsal',
    element: 'xf-draft-trial',
    load: () => import('./trial/trial-panel.ts'),
  },
  {
    id: 'forms',
    side: 'left',
    label: 'draftParts.forms',
    words: 'draftParts',
    element: 'xf-draft-forms',
    load: () => import('./forms/forms-panel.ts'),
  },
  {
    id: 'tables',
    side: 'left',
    label: 'draftParts.tables',
    words: 'draftParts',
    element: 'xf-draft-tables',
    load: () => import('./tables/tables-panel.ts'),
  },
  {
    id: 'prose',
    side: 'right',
    label: 'prose.tab',
    words: 'draftProse',
    element: 'xf-draft-prose',
    load: () => import('./prose/prose-panel.ts'),
  },
  {
    id: 'compare',
    side: 'right',
    label: 'compare.tab',
    words: 'draftProse',
    element: 'xf-draft-changes',
    needsBase: true,
    load: () => import('./compare/changes-panel.ts'),
  },
  {
    id: 'source',
    side: 'right',
    label: 'draft.tab.source',
    words: 'draft',
    element: 'xf-draft-source',
    load: () => import('./source-panel.ts'),
  },
]
