import type { Named, TwoTimes } from './envelope.ts'
import type { LimitReason } from './limits.ts'
import type { UserTask } from './tasks.ts'

/** How an instance stands. */
export type InstanceState = 'ACTIVE' | 'COMPLETED' | 'TERMINATED'

/** A procedure that runs or ran. */
export interface Instance {
  processInstanceKey: string
  processDefinitionId: string
  processDefinitionKey: string
  processDefinitionVersion: number
  processName: string
  state: InstanceState
  /** Why it stands still. */
  hold: 'SUSPENDED' | 'BANNED' | null
  hasIncident: boolean
  startDate: string
  endDate: string | null
  startedBy: Named | null
  caseNo: string | null
  caseTitle: string | null
  party: string | null
  currentSteps: { elementId: string; name: string; assignee: Named | null }[]
}

/** An instance that has to do with another: called or began it, is called or begun by it, or runs in the same case. */
export interface RelatedInstance {
  processInstanceKey: string
  relation: 'caller' | 'started-from' | 'called' | 'started' | 'same-case'
  processName: string
  state: InstanceState
  caseNo: string | null
}

/** How often and how long an element was visited. */
export interface ElementVisit {
  elementId: string
  name: string
  type: string
  state: 'went' | 'now'
  count: number
  dwellMs: number
  openSince?: string | undefined
  incident?: boolean | undefined
}

/** Something that stopped, waiting for an operator. */
export interface Incident {
  incidentKey: string
  errorType: string
  errorMessage: string
  elementId: string
  elementName: string
  processInstanceKey: string
  processDefinitionId: string
  processName: string
  caseNo: string | null
  jobKey?: string | undefined
  creationDate: string
  resolvedDate: string | null
  scopeVariables?: Record<string, unknown> | undefined
}

/** A variable with its latest change. */
export interface InstanceVariable {
  name: string
  value: unknown
  scope: string
  updatedAt: string
  updatedBySeq: number
}

/** An instance as its page shows it. */
export interface InstanceDetail extends Instance {
  elements: ElementVisit[]
  related: RelatedInstance[]
  /** What the house made for it, oldest first. */
  documents: { docNo: string; name: string; madeAt: string }[]
  flows: string[]
  /** Limits of the whole procedure. */
  limits: LimitReason[]
  openTasks: UserTask[]
  incidents: Incident[]
  variables: InstanceVariable[]
}

/** One entry of the journal, as far as it concerns an instance. */
export interface JournalEntry extends TwoTimes {
  seq: number
  at: string
  recordedAt: string
  kind: string
  verb: string
  actor: Named & { kind: string; role?: string | undefined; org?: string | undefined }
  sentence: string
  hash: string
  prev: string
  records: { valueType: string; intent: string; key: string; elementId?: string | undefined }[]
}

/** An open task that nobody could do, and why. */
export interface UnmannedTask {
  userTaskKey: string
  name: string
  processName: string
  processInstanceKey: string
  caseNo: string | null
  caseTitle: string | null
  foundDate: string
  reasons: { candidate: string; reason: string; text: string }[]
}
