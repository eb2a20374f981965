import type { Coded } from './cases.ts'
import type { Named } from './envelope.ts'

interface BetweenOffices {
  processInstanceKey: string
  caseNo: string | null
  title: string | null
  outcome: Coded
  reason: string | null
  startedAt: string
  endedAt: string | null
}

/** A transfer of a case, each time it was sent (移送). */
export interface Transfer extends BetweenOffices {
  transferId: string
  round: number
  from: Named
  to: Named
  isUrgent: boolean
  items: Named[]
  stopped: Coded
  isInformed: boolean
  materials: number
  goods: string[]
  docNo: string | null
  sentAt: string | null
  receivedAt: string | null
  action: Coded | null
  returnReason: Coded | null
  handedOverAt: string | null
  filed: boolean | null
  receivedCaseNo: string | null
  result: string | null
  resultAt: string | null
}

/** A dispute between offices (争议). */
export interface Dispute extends BetweenOffices {
  disputeId: string
  kind: Coded
  arisenAt: string | null
  applicant: Named
  respondents: Named[]
  issue: string | null
  conclusion: string | null
  owner: Named | null
  refId: string | null
  docNos: string[]
}
