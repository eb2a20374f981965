import type { Named } from './envelope.ts'

/** A use of a verb that the table of lawful verbs knows. */
export interface GuardedAct {
  id: string
  verb: string
  verbName: string
  verdict: 'allowed' | 'reason' | 'second'
  kindName: string
  at: string
  actor: Named
  from: Named | null
  to: Named | null
  reason: string | null
  caseNo: string | null
  processInstanceKey: string
  userTaskKey: string
  task: string
}

/** What the law makes of a verb on a kind of task. */
export interface LawCell {
  verb: string
  verdict: 'allowed' | 'forbidden' | 'reason' | 'second'
  why: string
  basis: string[]
}

/** One kind of task with its cells, in the order of the verbs. */
export interface LawKind {
  kind: string
  name: string
  cells: LawCell[]
}

export interface LawVerb {
  verb: string
  name: string
  by: 'person' | 'diagram'
  what: string
}

export interface Lawfulness {
  verbs: LawVerb[]
  kinds: LawKind[]
}
