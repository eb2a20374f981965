import type { WordId } from '../../words/index.ts'

/** What sort of work a task may be, with its name; the rules ask by it who may not be the same person. */
export const KINDS: Readonly<Record<string, WordId>> = {
  internal: 'draft.kind.internal',
  'case-handling': 'draft.kind.caseHandling',
  'legal-review-first': 'draft.kind.firstReview',
  'legal-review-second': 'draft.kind.secondReview',
  'legal-review-re': 'draft.kind.reReview',
  'legal-review-reconcile': 'draft.kind.reconcile',
  'leader-decision': 'draft.kind.leaderDecision',
  'on-site-act': 'draft.kind.onSite',
}
