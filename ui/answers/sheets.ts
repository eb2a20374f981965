import type { Named, Variables, Verdict } from './envelope.ts'

/** What was signed first for a task that needs two, and what I may do about it. */
export interface Sheet {
  state: 'awaiting-cosign' | 'returned'
  signedBy: Named
  signedAt: string
  /** Number of the certificate it was signed on. */
  certificate: string | null
  /** The button, in words. */
  action: string | null
  variables: Variables
  /** Names the content for whoever signs it second. */
  content: string
  /** Offices and people whose second signature it may be. */
  cosigners: string[]
  returned: { by: Named; at: string; reason: string } | null
  canCosign: Verdict
  canSendBack: Verdict
  canWithdraw: Verdict
}

/** Somebody a superior may give a task to, or not, and why not. */
export interface Receiver {
  id: string
  name: string
  offices: string[]
  permitted: boolean
  why: string | null
  awayUntil: string | null
}

/** An act on evidence that was done without a valid certificate. */
export interface EvidenceDefect {
  defectId: string
  person: Named
  certificate: string
  certificateState: string
  caseNo: string | null
  processInstanceKey: string
  userTaskKey: string
  task: string
  part: 'completed' | 'cosigned'
  actedAt: string
  foundAt: string
  state: DefectState
  assessedBy: Named | null
  assessedAt: string | null
  note: string | null
  canAssess: boolean
}

export type DefectState = 'open' | 'cleared' | 'harmless' | 'remedied' | 'excluded'
