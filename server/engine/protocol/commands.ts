import type { Key, Variables } from './records.ts'

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
  }
  CANCEL_PROCESS_INSTANCE: { processInstanceKey: Key }
  COMPLETE_USER_TASK: { userTaskKey: Key; action?: string; variables?: Variables }
  /** `claim` refuses a task that somebody else holds; `assign` does not. */
  ASSIGN_USER_TASK: { userTaskKey: Key; assignee: string; mode: 'claim' | 'assign'; action?: string }
  UNASSIGN_USER_TASK: { userTaskKey: Key; action?: string }
  UPDATE_USER_TASK: { userTaskKey: Key; changes: UserTaskChanges; action?: string }
  ACTIVATE_JOBS: {
    jobType: string
    worker: string
    timeout: number
    maxJobsToActivate: number
    fetchVariables?: string[]
  }
  COMPLETE_JOB: { jobKey: Key; variables?: Variables }
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
  SET_VARIABLES: { elementInstanceKey: Key; variables: Variables; local?: boolean }
  RESOLVE_INCIDENT: { incidentKey: Key }
  EVALUATE_DECISION: { decisionId: string; variables?: Variables }
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
