import type { Fix } from '../../server/lint/rule.ts'

/** What may be done to a diagram from outside the canvas, as data: the quick fixes of the rules, and what prose and tree offer. */
export type Edit =
  | Fix
  /** `id` is the new element's, so that other edits beside it may name it. */
  | { kind: 'append'; after: string; type: string; name?: string; template?: string; id?: string }
  | { kind: 'connect'; from: string; to: string; name?: string; condition?: string }
  | { kind: 'set-condition'; elementId: string; expression: string }
  | { kind: 'set-assignment'; elementId: string; candidateGroups: string }
  | { kind: 'remove'; elementId: string }
  | { kind: 'replace-diagram'; xml: string }
