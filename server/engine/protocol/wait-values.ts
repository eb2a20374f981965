import type { Instant, Key, Variables } from './scalars.ts'

/** What records say of that for which an instance waits. */

export type UserTaskIntent =
  | 'CREATING'
  | 'CREATED'
  | 'ASSIGNING'
  | 'CLAIMING'
  | 'ASSIGNED'
  | 'UPDATING'
  | 'UPDATED'
  | 'COMPLETING'
  | 'COMPLETED'
  | 'CANCELING'
  | 'CANCELED'
  | 'CORRECTED'
  | 'ASSIGNMENT_DENIED'
  | 'UPDATE_DENIED'
  | 'COMPLETION_DENIED'
  | 'MIGRATED'

/** In full at CREATING; later intents carry the element, and what changed. */
export interface UserTaskValue {
  elementId: string
  elementInstanceKey: Key
  assignee?: string
  candidateGroupsList?: string[]
  candidateUsersList?: string[]
  /** ISO 8601 with zone, as written in the diagram. */
  dueDate?: string
  followUpDate?: string
  /** 0–100, default 50. */
  priority?: number
  /** Key of the deployed form the task is bound to. */
  formKey?: Key
  externalFormReference?: string
  customHeaders?: Record<string, string>
  changedAttributes?: string[]
  /** `claim`, `assign`, `complete`, or what a button sent. */
  action?: string
  variables?: Variables
  /** Of a task that changes because a client gives it variables: the document told beside it. */
  variableDocument?: { key: Key; updateSemantics: 'PROPAGATE' | 'LOCAL' }
  /** Why a listener said no. */
  deniedReason?: string
}

export type JobIntent =
  | 'CREATED'
  | 'COMPLETED'
  | 'TIMED_OUT'
  | 'FAILED'
  | 'RECURRED_AFTER_BACKOFF'
  | 'RETRIES_UPDATED'
  | 'TIMEOUT_UPDATED'
  | 'CANCELED'
  | 'ERROR_THROWN'
  | 'MIGRATED'

/** What a job is done for; absent: the element itself. */
export type JobKind = 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS'
export type ListenerEventType = 'START' | 'END' | 'CREATING' | 'ASSIGNING' | 'UPDATING' | 'COMPLETING' | 'CANCELING'

export interface JobValue {
  type: string
  jobKind?: JobKind
  listenerEventType?: ListenerEventType
  elementId: string
  elementInstanceKey: Key
  retries: number
  customHeaders?: Record<string, string>
  worker?: string
  deadline?: Instant
  retryBackoff?: number
  recurringTime?: Instant
  errorMessage?: string
  errorCode?: string
  variables?: Variables
  result?: JobResult
}

/** What a listener or an ad-hoc worker answers beside variables. */
export interface JobResult {
  type: 'USER_TASK' | 'AD_HOC_SUB_PROCESS'
  denied?: boolean
  deniedReason?: string
  corrections?: {
    assignee?: string
    candidateGroupsList?: string[]
    candidateUsersList?: string[]
    dueDate?: string
    followUpDate?: string
    priority?: number
  }
  /** Names of what was corrected, as Zeebe counts them. */
  correctedAttributes?: string[]
  activateElements?: { elementId: string; variables?: Variables }[]
  completionConditionFulfilled?: boolean
  cancelRemainingInstances?: boolean
}

export interface JobBatchValue {
  type: string
  worker: string
  timeout: number
  maxJobsToActivate: number
  /** Until when the jobs are the worker's. */
  deadline?: Instant
  jobKeys: Key[]
}

export interface TimerValue {
  /** The event the timer triggers. */
  targetElementId: string
  elementInstanceKey?: Key
  dueDate: Instant
  /** -1: without end. */
  repetitions: number
  /** Of a start event: what it starts. */
  processDefinitionKey?: Key
  bpmnProcessId?: string
  /** Of a start event: what it started (a cycle: what it started last). */
  processInstanceKey?: Key
}

/** Our one record for Zeebe's PROCESS_MESSAGE_SUBSCRIPTION / MESSAGE_SUBSCRIPTION pair. */
export interface MessageSubscriptionValue {
  messageName: string
  correlationKey: string
  elementId: string
  elementInstanceKey: Key
  interrupting: boolean
  messageKey?: Key
}

export interface IncidentValue {
  errorType: string
  errorMessage: string
  elementId: string
  elementInstanceKey: Key
  jobKey?: Key
  variableScopeKey: Key
}

/** Who waits for a signal: an element instance, or (without `catchEventInstanceKey`) a start event. */
export interface SignalSubscriptionValue {
  signalName: string
  catchEventId: string
  catchEventInstanceKey?: Key
  /** Of a start event. */
  processDefinitionKey?: Key
  bpmnProcessId?: string
}

/** Ours: who waits for a condition to hold: an element instance, or a start event of the latest version of a process. */
export interface ConditionSubscriptionValue {
  /** The event. */
  elementId: string
  elementInstanceKey?: Key
  processDefinitionKey?: Key
  bpmnProcessId?: string
}
