import type { absenceWords } from './absences.ts'
import type { catalogueWords } from './catalogue.ts'
import type { certificateMatterWords } from './certificate-matters.ts'
import type { cooperationWords } from './cooperation.ts'
import type { draftWords } from './draft.ts'
import type { draftPartWords } from './draft-parts.ts'
import type { draftProblemWords } from './draft-problems.ts'
import type { draftProseWords } from './draft-prose.ts'
import type { draftReviewWords } from './draft-review.ts'
import type { escalationWords } from './escalations.ts'
import type { intakeWords } from './intake.ts'
import type { lawfulnessWords } from './lawfulness.ts'
import type { migrationWords } from './migrations.ts'
import type { outboxWords } from './outbox.ts'
import type { preservedGoodWords } from './preserved-goods.ts'
import type { rehearsalWords } from './rehearsal.ts'
import type { Sentences } from './sentence.ts'
import type { whistleWords } from './whistles.ts'

/** Words of pages that few open: they come with the page (`words` of its route), so that nobody's inbox carries them. */
export const lateWords = {
  absences: async () => (await import('./absences.ts')).absenceWords,
  lawfulness: async () => (await import('./lawfulness.ts')).lawfulnessWords,
  catalogue: async () => (await import('./catalogue.ts')).catalogueWords,
  certificateMatters: async () => (await import('./certificate-matters.ts')).certificateMatterWords,
  cooperation: async () => (await import('./cooperation.ts')).cooperationWords,
  draft: async () => (await import('./draft.ts')).draftWords,
  draftParts: async () => (await import('./draft-parts.ts')).draftPartWords,
  draftProse: async () => (await import('./draft-prose.ts')).draftProseWords,
  draftProblems: async () => (await import('./draft-problems.ts')).draftProblemWords,
  draftReview: async () => (await import('./draft-review.ts')).draftReviewWords,
  escalations: async () => (await import('./escalations.ts')).escalationWords,
  intake: async () => (await import('./intake.ts')).intakeWords,
  rehearsal: async () => (await import('./rehearsal.ts')).rehearsalWords,
  migrations: async () => (await import('./migrations.ts')).migrationWords,
  outbox: async () => (await import('./outbox.ts')).outboxWords,
  preservedGoods: async () => (await import('./preserved-goods.ts')).preservedGoodWords,
  whistles: async () => (await import('./whistles.ts')).whistleWords,
} as const satisfies Record<string, () => Promise<Sentences>>

/** The name of such words. */
export type LateWords = keyof typeof lateWords

/** The ids of their sentences. */
export type LateWordId =
  | keyof typeof absenceWords
  | keyof typeof lawfulnessWords
  | keyof typeof catalogueWords
  | keyof typeof certificateMatterWords
  | keyof typeof cooperationWords
  | keyof typeof draftWords
  | keyof typeof draftPartWords
  | keyof typeof draftProblemWords
  | keyof typeof draftProseWords
  | keyof typeof draftReviewWords
  | keyof typeof escalationWords
  | keyof typeof intakeWords
  | keyof typeof rehearsalWords
  | keyof typeof migrationWords
  | keyof typeof outboxWords
  | keyof typeof preservedGoodWords
  | keyof typeof whistleWords
