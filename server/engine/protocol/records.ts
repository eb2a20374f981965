/** Zeebe's record vocabulary, as far as this engine writes it. Types only, no logic. */

/** 64-bit key as a decimal string: (partition << 51) + counter. */
export type Key = string
/** Milliseconds since 1970-01-01T00:00:00Z on the engine's clock. */
export type Instant = number
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type Variables = Record<string, Json>

export type BpmnElementType =
  | 'PROCESS'
  | 'SUB_PROCESS'
  | 'EVENT_SUB_PROCESS'
  | 'AD_HOC_SUB_PROCESS'
  | 'AD_HOC_SUB_PROCESS_INNER_INSTANCE'
  | 'MULTI_INSTANCE_BODY'
  | 'CALL_ACTIVITY'
  | 'START_EVENT'
  | 'END_EVENT'
  | 'INTERMEDIATE_CATCH_EVENT'
  | 'INTERMEDIATE_THROW_EVENT'
  | 'BOUNDARY_EVENT'
  | 'SERVICE_TASK'
  | 'SEND_TASK'
  | 'RECEIVE_TASK'
  | 'USER_TASK'
  | 'MANUAL_TASK'
  | 'TASK'
  | 'SCRIPT_TASK'
  | 'BUSINESS_RULE_TASK'
  | 'EXCLUSIVE_GATEWAY'
  | 'PARALLEL_GATEWAY'
  | 'INCLUSIVE_GATEWAY'
  | 'EVENT_BASED_GATEWAY'
  | 'SEQUENCE_FLOW'

export interface ElementValue {
  elementId: string
  bpmnElementType: BpmnElementType
  bpmnEventType?: string
  /** Absent on the process itself. */
  flowScopeKey?: Key
  /** Of a taken flow: the joining gateway at which it waits for the others. */
  waitsAt?: string
}

export interface VariableValue {
  name: string
  value: Json
  scopeKey: Key
}

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
}

export interface JobValue {
  type: string
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
  repetitions: number
}

export interface MessageValue {
  name: string
  correlationKey: string
  messageId?: string
  /** Milliseconds; absent when a kept message expires. */
  timeToLive?: number
  deadline?: Instant
  variables?: Variables
}

/** The variables were set by a person or a client, not by an element. */
export interface VariableDocumentValue {
  scopeKey: Key
  updateSemantics: 'PROPAGATE' | 'LOCAL'
  variables: Variables
}

/** Something happened that an element will react to: which event, in which scope, with what data. */
export interface ProcessEventValue {
  targetElementId: string
  scopeKey: Key
  variables?: Variables
  /** Whether it ends what goes on in the scope. */
  interrupting?: boolean
}

/** Ours: where a run of more steps than one act may take goes on. `taken`: steps since the last wait state; `steps`: still to take. */
export interface RunValue {
  taken: number
  steps: Json[]
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

export interface ProcessInstanceCreationValue {
  bpmnProcessId: string
  version: number
  variables: Variables
}

export interface ProcessValue {
  bpmnProcessId: string
  version: number
  /** The name attribute of the process. */
  name?: string
  versionTag?: string
  resourceName: string
  /** SHA-256 of the resource, hex. */
  checksum: string
  processDefinitionKey: Key
  deploymentKey: Key
}

export interface FormValue {
  formId: string
  version: number
  versionTag?: string
  resourceName: string
  checksum: string
  formKey: Key
  deploymentKey: Key
}

export interface DecisionValue {
  decisionId: string
  decisionName: string
  version: number
  decisionKey: Key
  decisionRequirementsId: string
  decisionRequirementsKey: Key
}

export interface DecisionRequirementsValue {
  decisionRequirementsId: string
  decisionRequirementsName: string
  decisionRequirementsVersion: number
  decisionRequirementsKey: Key
  resourceName: string
  checksum: string
  deploymentKey: Key
}

export interface DeploymentValue {
  processesMetadata: Json[]
  decisionsMetadata?: Json[]
  decisionRequirementsMetadata?: Json[]
  formMetadata?: Json[]
}

export interface DecisionEvaluationValue {
  decisionId: string
  decisionName?: string
  decisionKey: Key
  decisionVersion: number
  elementId?: string
  elementInstanceKey?: Key
  decisionOutput: Json
  evaluatedDecisions: Json[]
  failedDecisionId?: string
  evaluationFailureMessage?: string
}

export type ElementIntent =
  | 'ELEMENT_ACTIVATING'
  | 'ELEMENT_ACTIVATED'
  | 'ELEMENT_COMPLETING'
  | 'ELEMENT_COMPLETED'
  | 'ELEMENT_TERMINATING'
  | 'ELEMENT_TERMINATED'
  | 'ELEMENT_MIGRATED'
  | 'SEQUENCE_FLOW_TAKEN'

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

/** valueType → [intents, value]. One line per kind; the next element adds its line here. */
export interface RecordTypes {
  PROCESS_INSTANCE: [ElementIntent, ElementValue]
  PROCESS_INSTANCE_CREATION: ['CREATED', ProcessInstanceCreationValue]
  VARIABLE: ['CREATED' | 'UPDATED', VariableValue]
  VARIABLE_DOCUMENT: ['UPDATED', VariableDocumentValue]
  PROCESS_EVENT: ['TRIGGERING' | 'TRIGGERED', ProcessEventValue]
  RUN: ['PAUSED' | 'RESUMED', RunValue]
  USER_TASK: [UserTaskIntent, UserTaskValue]
  JOB: [JobIntent, JobValue]
  JOB_BATCH: ['ACTIVATED', JobBatchValue]
  TIMER: ['CREATED' | 'TRIGGERED' | 'CANCELED', TimerValue]
  MESSAGE: ['PUBLISHED' | 'EXPIRED', MessageValue]
  MESSAGE_SUBSCRIPTION: ['CREATED' | 'CORRELATED' | 'DELETED', MessageSubscriptionValue]
  INCIDENT: ['CREATED' | 'RESOLVED', IncidentValue]
  DEPLOYMENT: ['CREATED', DeploymentValue]
  PROCESS: ['CREATED', ProcessValue]
  FORM: ['CREATED', FormValue]
  DECISION: ['CREATED', DecisionValue]
  DECISION_REQUIREMENTS: ['CREATED', DecisionRequirementsValue]
  DECISION_EVALUATION: ['EVALUATED' | 'FAILED', DecisionEvaluationValue]
}

export type ValueType = keyof RecordTypes

/** A fact: what happened to the thing of this key. */
export type EngineRecord<V extends ValueType = ValueType> = {
  [T in V]: { valueType: T; intent: RecordTypes[T][0]; key: Key; value: RecordTypes[T][1] }
}[V]

/** The records one command wrote into one process instance; what they share stands here once. */
export interface Segment {
  /** Absent for records outside any instance (deployments, messages, job batches). */
  processInstanceKey?: Key
  processDefinitionKey?: Key
  bpmnProcessId?: string
  version?: number
  records: EngineRecord[]
}
