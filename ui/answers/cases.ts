import type { Form, Json } from '../../server/forms/index.ts'
import type { Named, PageInfo, TwoTimes, Verdict } from './envelope.ts'
import type { Instance } from './instances.ts'
import type { CertificateState } from './registers.ts'
import type { UserTask } from './tasks.ts'

/** A value with its word. */
export interface Coded {
  value: string
  label: string
}

/** A party; numbers, telephone and addresses are masked unless somebody asked for all of it. */
export interface Party {
  partyId: string
  org: Named
  partyType: Coded
  partyName: string | null
  tradeName: string | null
  idType: Coded | null
  idNumber: string | null
  creditCode: string | null
  legalRep: string | null
  repIdNumber: string | null
  gender: string | null
  birthDate: string | null
  partyAddress: string | null
  partyPhone: string | null
  serviceAddress: string | null
  guardian: string | null
  isMasked: boolean
}

/** A case as lists show it. */
export interface ListedCase {
  caseNo: string
  org: Named
  item: Named
  title: string
  place: string | null
  partyId: string
  partyName: string | null
  handlers: Named[]
  state: Coded
  isSuspended: boolean
  filedAt: string
  lastMaterialChangeAt: string
}

/** Somebody who handles a case, or did. */
export interface CaseHandler extends Named {
  since: string
  until: string | null
  certificateNumber: string | null
  certificateState: CertificateState | null
  certificateValidTo: string | null
}

export interface CaseChange {
  seq: number
  kind: Coded
  isMaterial: boolean
  before: string | null
  after: string | null
  reason: string
  by: Named
  happenedAt: string
  recordedAt: string
}

export interface CaseMaterial {
  fileId: string
  kind: Coded
  name: string
  size: number
  type: string
  by: Named
  addedAt: string
  removedAt: string | null
}

/** What a reviewer said in one round. */
export interface ReviewOpinion {
  round: number
  step: Coded
  person: Named | null
  roleName: string | null
  opinion: Coded
  reason: string | null
  qualification: Json | null
  signers: Named[]
  at: string
}

/** A legal review with every opinion of every round. */
export interface Review {
  processInstanceKey: string
  reviewId: string | null
  caseNo: string
  /** Somebody registered its case. */
  isRegistered: boolean
  org: Named
  title: string | null
  reviewType: Coded | null
  stage: Coded | null
  round: number
  isHardGate: boolean
  clause58: Coded[]
  startedAt: string
  endedAt: string | null
  outcome: Coded
  outcomeReason: string | null
  passedAt: string | null
  opinions: ReviewOpinion[]
  docNos: string[]
}

/** A document the house made. */
export interface MadeDocument {
  docNo: string
  template: string
  name: string
  size: number
  caseNo: string | null
  round: number | null
  processInstanceKey: string | null
  madeAt: string
}

/** Everything of a case. */
export interface CaseRecord extends Omit<ListedCase, 'handlers'> {
  source: Coded
  discoveredOn: string
  conductFrom: string
  conductTo: string | null
  facts: string | null
  basis: string | null
  proposedPenalty: string | null
  hearingEndedOn: string | null
  clause58: Coded[]
  isUnder58: boolean
  passedAt: string | null
  filedBy: Named
  handlers: CaseHandler[]
  party: Party | null
  changes: CaseChange[]
  materials: CaseMaterial[]
  procedures: Instance[]
  openTasks: UserTask[]
  reviews: Review[]
  documents: MadeDocument[]
  canChange: Verdict
  canReview: Verdict
  canNameHandlers: Verdict
  canClose: Verdict
  /** 结案; null while it is open. */
  closing: { reason: Coded; at: string; by: Named } | null
  /** What its item allows today. */
  itemPowers: { penaltyRange: string | null; coercionBasis: string[]; benchmarkDmn: string | null }
}

/** What was done in a case, in all its procedures. */
export interface Chronicle {
  items: (TwoTimes & {
    seq: number
    at: string
    actor: { id: string; name: string; kind: string }
    sentence: string
    processInstanceKey: string | null
    processName: string | null
  })[]
  page: PageInfo
}

/** A party with the form to correct it. */
export interface WholeParty {
  party: Party
  form: Form
  values: { [name: string]: Json }
}

/** Which act on a case a form is of. */
export type CaseFormKind = 'register' | 'change' | 'handlers' | 'review' | 'close'
