import type { Named, Verdict } from './envelope.ts'

/** A suspension of a case, in force or over. */
export interface Suspension {
  suspensionId: string
  ground: string
  groundName: string
  reason: string
  from: string
  enteredAt: string
  enteredBy: Named
  lateReason: string | null
  to: string | null
  resumedAt: string | null
  resumedBy: Named | null
  resumeReason: string | null
  resumeLateReason: string | null
}

/** When a case stood still, and what may be done about it. */
export interface Suspensions {
  items: Suspension[]
  isSuspended: boolean
  canSuspend: Verdict
  canResume: Verdict
  grounds: { value: SuspensionGround; name: string }[]
}

export type SuspensionGround =
  | 'other-case'
  | 'law-unclear'
  | 'party-missing'
  | 'force-majeure'
  | 'criminal-outcome'
  | 'other'

/** What is asked of a suspension. */
export interface NewSuspension {
  ground: SuspensionGround
  reason: string
  from?: string
  lateReason?: string
}

/** What may be left out of a limit. */
export type ExclusionKind = 'inspection' | 'testing' | 'quarantine' | 'appraisal' | 'hearing'

/** A period that is to be left out. */
export interface NewExclusion {
  kind: ExclusionKind
  from: string
  to: string
  reason: string
}

/** What went up because a limit was over. */
export interface Escalation {
  seq: number
  limit: { key: string; name: string } | null
  kind: { id: string; name: string } | null
  refId: string | null
  elementName: string
  userTaskKey: string | null
  processInstanceKey: string
  caseNo: string | null
  caseTitle: string | null
  party: string | null
  consequence: 'escalate' | 'release' | 'forfeit'
  to: { role: string; roleName: string; org: string | null; orgName: string | null }
  dueDate: string | null
  at: string
  isOpen: boolean
  notes: { person: Named; at: string; note: string | null }[]
  canNote: boolean
}

/** Limits that run into a year nobody announced yet. */
export interface ProvisionalLimits {
  total: number
  missingYears: number[]
  items: {
    userTaskKey: string | null
    processInstanceKey: string
    elementName: string
    limit: { key: string; name: string }
    caseNo: string | null
    dueDate: string
  }[]
}
