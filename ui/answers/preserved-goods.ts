import type { Named } from './envelope.ts'

/** What can be the state of a thing that is kept as evidence. */
export type GoodState =
  | 'listed'
  | 'kept'
  | 'lapsed'
  | 'return'
  | 'release'
  | 'seize'
  | 'appraise'
  | 'transfer'
  | 'confiscate'

/** A thing that is, or was, kept as evidence. */
export interface PreservedGood {
  goodId: string
  preservationId: string
  processInstanceKey: string | null
  caseNo: string | null
  org: Named | null
  name: string | null
  quantity: string | null
  spec: string | null
  place: string | null
  executedAt: string | null
  listNo: string | null
  state: GoodState
  basis: string | null
  movedTo: string | null
  isTakenUp: boolean | null
  returnDueAt: string | null
  decisionNo: string | null
  servedAt: string | null
  returnedAt: string | null
  receiver: string | null
  lapsedAt: string | null
}
