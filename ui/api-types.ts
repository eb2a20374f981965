import type { FieldError, FileReference, Form, Json, JsonObject } from '../server/forms/index.ts'

export type { Json } from '../server/forms/index.ts'
/** The variables of a task or instance. */
export type Variables = JsonObject
/** Somebody, as an answer names them. */
export interface Named {
  id: string
  name: string
}

/** What a signed-in person may open. */
export type Permission = 'work' | 'administrate' | 'audit' | 'operate'

/** An office held: role at organisation, from–to. */
export interface Appointment {
  role: string
  roleName: string
  org: string
  orgName: string
  from: string
  to: string | null
}

/** The signed-in person. */
export interface Person {
  personId: string
  name: string
  accountId: string
  appointments: Appointment[]
  groups: string[]
  certificate?: { no: string; state: string; validTo: string }
  permissions: Permission[]
  demo: boolean
}

/** An account of the demo database, offered on the sign-in page. */
export interface DemoAccount {
  accountId: string
  name: string
  roleName: string
  orgName: string
  password: string
}

/** The office: its clock, and what the sign-in page needs before anybody is known. */
export interface Office {
  now: string
  date: string
  timeZone: string
  demo: boolean
  demoAccounts?: DemoAccount[]
  needsSetUp: boolean
}

/** RFC 9457 problem details, with the rule that objected. */
export interface ProblemDetails {
  type?: string
  title?: string
  status: number
  detail?: string
  requestId?: string
  id?: string
  rule?: string
  basis?: string[]
  remedy?: string
  errors?: FieldError[]
  closedBy?: Named
  closedAt?: string
}

/** Whether something may be done, and if not, why. */
export interface Verdict {
  permitted: boolean
  refusal?: ProblemDetails
}

/** Where a page of a list ends. */
export interface PageInfo {
  endCursor?: string
  hasMoreTotalItems?: boolean
  totalItems?: number
}

/** One page of a list. */
export interface Page<T> {
  items: T[]
  page: PageInfo
}

/** The views of the inbox. */
export type TaskView = 'assigned' | 'claimable' | 'started' | 'done'

/** A user task as lists show it. */
export interface UserTask {
  userTaskKey: string
  name: string
  elementId: string
  state: 'CREATED' | 'COMPLETED' | 'CANCELED'
  assignee: Named | null
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
  completedBy?: Named | null
  action?: string | null
  dueDate: string | null
  priority: number
  caseNo: string | null
  caseTitle: string | null
  party: string | null
  round: number | null
}

/** A page of the inbox, with what the other views hold. */
export interface TaskPage extends Page<UserTask> {
  counts: Partial<Record<TaskView, number>>
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
  role?: string
  roleName?: string
  condition?: string
}

/** One line of what has happened so far. */
export interface HistoryItem {
  seq: number
  at: string
  actor: Named & { role?: string; org?: string; kind?: string }
  verb: string
  sentence: string
  elementId?: string
  elementName?: string
  action?: string
  actionLabel?: string
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
  basis: { ref: string; text?: string }[]
  next: NextStep[]
  history: HistoryItem[]
  canClaim: Verdict
  canComplete: Verdict
  canRelease: Verdict
}

/** A file in the store. */
export type StoredFile = FileReference

/** A published diagram. */
export interface ProcessDefinition {
  processDefinitionKey: string
  processDefinitionId: string
  name: string
  version: number
  versions: number
  resourceName: string
  deploymentDate: string
  startable: Verdict
  startRoles: string[]
  startRoleNames: string[]
  runningInstances: number
  incidents: number
}

/** A published diagram with what starting it needs. */
export interface DefinitionDetail extends ProcessDefinition {
  userTasks: { id: string; name: string; kind: string | null; role: string | null }[]
  startForm: Form | null
}

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
  hasIncident: boolean
  startDate: string
  endDate: string | null
  startedBy: Named | null
  caseNo: string | null
  caseTitle: string | null
  party: string | null
  currentSteps: { elementId: string; name: string; assignee: Named | null }[]
}

/** How often and how long an element was visited. */
export interface ElementVisit {
  elementId: string
  name: string
  type: string
  state: 'went' | 'now'
  count: number
  dwellMs: number
  openSince?: string
  incident?: boolean
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
  jobKey?: string
  creationDate: string
  resolvedDate: string | null
  scopeVariables?: Variables
}

/** A variable with its latest change. */
export interface InstanceVariable {
  name: string
  value: Json
  scope: string
  updatedAt: string
  updatedBySeq: number
}

/** An instance as its page shows it. */
export interface InstanceDetail extends Instance {
  elements: ElementVisit[]
  flows: string[]
  openTasks: UserTask[]
  incidents: Incident[]
  variables: InstanceVariable[]
}

/** One entry of the journal, as far as it concerns an instance. */
export interface JournalEntry {
  seq: number
  at: string
  recordedAt: string
  kind: string
  verb: string
  actor: Named & { kind: string; role?: string; org?: string }
  sentence: string
  hash: string
  prev: string
  records: { valueType: string; intent: string; key: string; elementId?: string }[]
}

/** What a deployment published. */
export interface Deployment {
  deploymentKey: string
  deployments: {
    processDefinition?: {
      processDefinitionId: string
      processDefinitionVersion?: number
      version?: number
      name?: string
    }
    form?: { formId: string; version?: number }
    decisionRequirements?: { decisionRequirementsId?: string; version?: number }
    decisionDefinition?: { decisionDefinitionId?: string; version?: number }
  }[]
}

/** The kinds of notice the server sends. */
export type LiveKind = 'user-task' | 'process-instance' | 'incident' | 'process-definition'
