import type { Form } from '../../server/forms/index.ts'
import type { Named, Page, TwoTimes, Variables, Verdict } from './envelope.ts'
import type { Citation, Limit, LimitReason } from './limits.ts'
import type { Sheet } from './sheets.ts'

/** The views of the inbox. */
export type TaskView = 'assigned' | 'claimable' | 'started' | 'done' | 'cosign' | 'team' | 'supervised'

/** A user task as lists show it. */
export interface UserTask {
  userTaskKey: string
  name: string
  elementId: string
  state: 'CREATED' | 'COMPLETED' | 'CANCELED'
  assignee: Named | null
  /** The last day on which its holder is away, if he is. */
  awayUntil?: string | undefined
  candidateGroups: string[]
  candidateUsers: string[]
  processDefinitionId: string
  processDefinitionKey: string
  processDefinitionVersion: number
  processName: string
  processInstanceKey: string
  elementInstanceKey: string
  formId: string | null
  kind: string | null
  creationDate: string
  completionDate: string | null
  completedBy?: Named | null | undefined
  action?: string | null | undefined
  dueDate: string | null
  limit: Limit | null
  priority: number
  caseNo: string | null
  caseTitle: string | null
  party: string | null
  round: number | null
  /** That its case stands still. */
  suspension: { since: string; ground: string } | null
  /** Of a task that needs two. */
  /** The rule that bars me from it now. */
  barred?: { rule: string; detail: string } | undefined
  /** Of what is supervised: whose it is. */
  org?: Named | undefined
  signature: { state: 'awaiting-cosign' | 'returned'; by: Named } | null
  cosignedBy?: Named | undefined
}

/** A page of the inbox, with what the other views hold. */
export interface TaskPage extends Page<UserTask> {
  /** How many of them are overdue, and in their last working day. */
  dues?: { overdue: number; soon: number }
  counts: Partial<Record<TaskView, number>>
  /** Of what is supervised: the bodies it may be narrowed to. */
  organisations?: Named[] | undefined
}

/** A button the diagram offers. */
export interface TaskAction extends Verdict {
  field: string
  value: string | boolean
  /** The value as Zeebe's action carries it. */
  action: string
  label: string
}

/** What follows when an action is chosen; without `action`, whatever is chosen. */
export interface NextStep {
  action: { field: string; value: string | boolean } | null
  elementId: string
  name: string
  kind: 'user-task' | 'end' | 'event'
  role?: string | undefined
  roleName?: string | undefined
  condition?: string | undefined
  /** It leads back: what ends with it, what was done and is kept, and what it does not undo. */
  back?: { cancels: string[]; stays: string[]; stands: string[] } | undefined
}

/** One line of what has happened so far. */
export interface HistoryItem extends TwoTimes {
  seq: number
  at: string
  actor: Named & { role?: string | undefined; org?: string | undefined; kind?: string | undefined }
  verb: string
  sentence: string
  elementId?: string | undefined
  elementName?: string | undefined
  action?: string | undefined
  actionLabel?: string | undefined
}

/** What has been filled in and not yet submitted. */
export interface Draft {
  variables: Variables
  savedAt: string
  revision: number
}

/** A user task as its sheet shows it. */
export interface TaskDetail extends UserTask {
  form: Form | null
  variables: Variables
  draft: Draft | null
  actions: TaskAction[]
  basis: Citation[]
  limitReason: LimitReason | null
  next: NextStep[]
  history: HistoryItem[]
  limitReasons: LimitReason[]
  canExtend: Verdict
  canExclude: Verdict
  canClaim: Verdict
  canComplete: Verdict
  canRelease: Verdict
  sheet: Sheet | null
  needsTwo: boolean
  canReassign: Verdict
}
