import type { Json, Variables } from '../../engine/protocol/records.ts'

/** A step of a review at which somebody says what he thinks. */
export type OpinionStep = 'first' | 'second' | 'reconcile' | 're' | 'ruling' | 'leader'

/** What a completed task says of a review. */
export interface GivenOpinion {
  step: OpinionStep
  opinion: string
  /** Of a second opinion: whether it is that of the first; of a reconciliation: whether it succeeded. */
  isConcurring: boolean | null
  reason: string | null
}

/** How the fields of a task's form are read: its result field tells the step. */
const READERS: readonly { step: OpinionStep; kind: string; field: string; reason: string; opinion?: string }[] = [
  { step: 'first', kind: 'legal-review-first', field: 'firstOpinion', reason: 'firstReason' },
  { step: 'second', kind: 'legal-review-second', field: 'concur', opinion: 'secondOpinion', reason: 'secondReason' },
  {
    step: 'reconcile',
    kind: 'legal-review-reconcile',
    field: 'agreed',
    opinion: 'finalOpinion',
    reason: 'reconcileRecord',
  },
  { step: 're', kind: 'legal-review-re', field: 'reOpinion', reason: 'reReason' },
  { step: 'ruling', kind: 'leader-decision', field: 'ruling', reason: 'rulingReason' },
  { step: 'leader', kind: 'leader-decision', field: 'leaderDecision', reason: 'leaderReason' },
]

/** The opinion that a completion gives, if it gives one. @param kind of the task, as its diagram says. */
export function opinionIn(kind: string, variables: Variables): GivenOpinion | undefined {
  const reader = READERS.find(each => each.kind === kind && Object.hasOwn(variables, each.field))
  if (!reader) return undefined
  const { step, field, opinion = field, reason } = reader
  const said = variables[field]
  return {
    step,
    opinion: textOf(variables[opinion]) ?? '',
    isConcurring: typeof said === 'boolean' ? said : null,
    reason: textOf(variables[reason]) ?? null,
  }
}

/** An opinion as it is kept; who gave it, if a person did. */
export interface KeptOpinion {
  step: string
  opinion: string
  isConcurring: boolean
  personId: string | null
  role: string | null
  at: number
}

/** Offices whose holders review; heads and handlers give no opinion a review can pass by. */
const REVIEWERS: ReadonlySet<string> = new Set(['center-legal-reviewer', 'pmo-legal-reviewer', 'review-pool'])

/**
 * When the reviewers made a review pass (行政处罚法 第58条): the first agreed and another one concurred, or they agreed
 * after reconciling, or the third agreed. Only the latest opinions count, and only those of persons in office as
 * reviewers: no ruling, no default, no variable makes it pass.
 * @param opinions of one review, in order. @returns the instant of the last of them, or nothing.
 */
export function passedBy(opinions: readonly KeptOpinion[]): number | undefined {
  const last = opinions.at(-1)
  if (!last || !isReviewer(last)) return undefined
  if (last.step === 're') return last.opinion === 'agree' ? last.at : undefined
  if (last.step === 'reconcile') return last.isConcurring && last.opinion === 'agree' ? last.at : undefined
  if (last.step !== 'second' || !last.isConcurring) return undefined
  const first = opinions.at(-2)
  const isAgreed = first?.step === 'first' && first.opinion === 'agree' && isReviewer(first)
  return isAgreed && first.personId !== last.personId ? last.at : undefined
}

function isReviewer({ personId, role }: KeptOpinion): boolean {
  return personId !== null && role !== null && REVIEWERS.has(role)
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
