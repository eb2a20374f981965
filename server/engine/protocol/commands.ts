import type { JobResult, Key, Variables } from './records.ts'

/** Zeebe's commands, as far as the port takes them. Types only, no logic. */
export interface CommandTypes {
  DEPLOY_RESOURCES: { resources: DeploymentResource[] }
  CREATE_PROCESS_INSTANCE: {
    /** Either the id (latest version unless `version` is given) … */
    bpmnProcessId?: string
    version?: number
    /** … or the key of one definition. */
    processDefinitionKey?: Key
    variables?: Variables
    /** Elements to begin at instead of the none start event, in order. */
    startInstructions?: { elementId: string }[]
    /** Elements after whose completion the instance ends. */
    runtimeInstructions?: { afterElementId: string }[]
    businessId?: string
  }
  /** `processInstanceKey` wherever it is optional: the instance the thing belongs to, for who knows it; saves the search. */
  CANCEL_PROCESS_INSTANCE: { processInstanceKey: Key }
  MODIFY_PROCESS_INSTANCE: {
    processInstanceKey: Key
    activateInstructions?: ActivateInstruction[]
    terminateInstructions?: { elementInstanceKey: Key }[]
  }
  MIGRATE_PROCESS_INSTANCE: { processInstanceKey: Key } & MigrationPlan
  SUSPEND_PROCESS_INSTANCE: { processInstanceKey: Key; reason?: string }
  RESUME_PROCESS_INSTANCE: { processInstanceKey: Key }
  /** Removes an ended instance from state and projections, never from the journal. */
  DELETE_PROCESS_INSTANCE: { processInstanceKey: Key }
  /** By the key of a process definition, of decision requirements or of a form. */
  DELETE_RESOURCE: { resourceKey: Key }
  /** Whether messages, signals and times begin the latest version of a process. No command of Zeebe: there a process is deleted. */
  SWITCH_STARTS: { bpmnProcessId: string; isOpen: boolean }
  COMPLETE_USER_TASK: { userTaskKey: Key; processInstanceKey?: Key; action?: string; variables?: Variables }
  /** `claim` refuses a task that somebody else holds; `assign` does not. */
  ASSIGN_USER_TASK: {
    userTaskKey: Key
    processInstanceKey?: Key
    assignee: string
    mode: 'claim' | 'assign'
    action?: string
  }
  UNASSIGN_USER_TASK: { userTaskKey: Key; processInstanceKey?: Key; action?: string }
  UPDATE_USER_TASK: { userTaskKey: Key; processInstanceKey?: Key; changes: UserTaskChanges; action?: string }
  ACTIVATE_JOBS: {
    jobType: string
    worker: string
    timeout: number
    maxJobsToActivate: number
    fetchVariables?: string[]
  }
  COMPLETE_JOB: { jobKey: Key; variables?: Variables; result?: Omit<JobResult, 'type' | 'correctedAttributes'> }
  FAIL_JOB: { jobKey: Key; retries: number; retryBackOff?: number; errorMessage?: string; variables?: Variables }
  THROW_ERROR: { jobKey: Key; errorCode: string; errorMessage?: string; variables?: Variables }
  UPDATE_JOB_RETRIES: { jobKey: Key; retries: number }
  UPDATE_JOB_TIMEOUT: { jobKey: Key; timeout: number }
  PUBLISH_MESSAGE: {
    name: string
    correlationKey: string
    timeToLive?: number
    messageId?: string
    variables?: Variables
  }
  /** Correlated at once or not at all; never kept. */
  CORRELATE_MESSAGE: { name: string; correlationKey: string; variables?: Variables }
  BROADCAST_SIGNAL: { signalName: string; variables?: Variables }
  /** Starts an instance at every start event whose condition holds over the variables; of all processes, or of one definition. */
  EVALUATE_CONDITIONALS: { processDefinitionKey?: Key; variables: Variables }
  /** Activates elements inside a running ad-hoc sub-process. */
  ACTIVATE_AD_HOC_ELEMENTS: {
    adHocSubProcessInstanceKey: Key
    elements: { elementId: string; variables?: Variables }[]
    cancelRemainingInstances?: boolean
  }
  SET_VARIABLES: { elementInstanceKey: Key; variables: Variables; local?: boolean }
  RESOLVE_INCIDENT: { incidentKey: Key }
  /** By the id (the latest version) or by the key of one. */
  EVALUATE_DECISION: { decisionId?: string; decisionKey?: Key; variables?: Variables }
}

export interface ActivateInstruction {
  elementId: string
  /** Which instance of a scope is meant, when there are several. */
  ancestorElementInstanceKey?: Key
  /** `scopeId` is an element id; absent: the process instance. */
  variableInstructions?: { scopeId?: string; variables: Variables }[]
}

export interface MigrationPlan {
  targetProcessDefinitionKey: Key
  mappingInstructions: { sourceElementId: string; targetElementId: string }[]
}

export interface UserTaskChanges {
  candidateGroupsList?: string[]
  candidateUsersList?: string[]
  dueDate?: string
  followUpDate?: string
  priority?: number
}

export interface DeploymentResource {
  /** File name with its ending: .bpmn, .dmn or .form. */
  name: string
  content: string
}

export type CommandType = keyof CommandTypes
export type Command<T extends CommandType = CommandType> = { [C in T]: { type: C } & CommandTypes[C] }[T]
