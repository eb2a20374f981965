import type { Coded } from './cases.ts'
import type { Named } from './envelope.ts'

/** What a body that was called does about a whistle. */
export interface WhistleBranch {
  org: Named
  role: Coded
  task: string | null
  signAt: string | null
  isSignLate: boolean
  rejection: Coded | null
  contactAt: string | null
  agreedArriveAt: string | null
  arriveAt: string | null
  isArriveLate: boolean
  arrivePlace: string | null
  isEnforcement: boolean
  people: Named[]
  certNos: string[]
  measures: Coded[]
  result: string | null
  caseRef: string | null
  outcome: Coded | null
}

/** A whistle (吹哨单) as the register has it. */
export interface Whistle {
  whistleId: string
  processInstanceKey: string | null
  title: string | null
  org: Named
  direction: Coded
  level: Coded
  ground: Coded
  isMajor: boolean
  place: string | null
  problem: string | null
  items: Named[]
  dutyBasis: Coded
  dutyFinding: Coded
  planAt: string | null
  planPlace: string | null
  linkedCase: string | null
  draftedBy: Named | null
  approvedBy: Named | null
  isImproper: boolean
  dispatchedAt: string | null
  docNo: string | null
  feedbackDocNo: string | null
  feedbackAt: string | null
  resolved: Coded | null
  feedbackText: string | null
  remainder: string | null
  reworkCount: number
  state: Coded
  outcome: Coded | null
  reason: string | null
  startedAt: string | null
  endedAt: string | null
  branches: WhistleBranch[]
  escalations: { to: string; at: string; why: string }[]
}

/** How a body that was called was evaluated. */
export interface WhistleEvaluation {
  whistleId: string
  title: string | null
  org: Named
  evaluatedFor: Named
  signTimely: number | null
  arriveTimely: number | null
  effect: number | null
  cooperate: number | null
  comment: string | null
  isByDefault: boolean
  evaluatedBy: Named | null
  evaluatedAt: string | null
  isLow: boolean
  isAssessed: boolean
  explanation: string | null
  improvement: string | null
  respondedBy: Named | null
  respondedAt: string | null
}
