import type { Instant, Json, Key, Variables } from './scalars.ts'

/** What records say of that which no single instance owns. */

export interface MessageValue {
  name: string
  correlationKey: string
  messageId?: string
  /** Milliseconds; absent when a kept message expires. */
  timeToLive?: number
  deadline?: Instant
  variables?: Variables
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
  versionTag?: string
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

/** A message that is correlated at once or not at all. */
export interface MessageCorrelationValue {
  name: string
  correlationKey: string
  messageKey: Key
  processInstanceKey?: Key
  variables?: Variables
}

export interface MessageStartEventSubscriptionValue {
  messageName: string
  startEventId: string
  bpmnProcessId: string
  processDefinitionKey: Key
  /** From here on when correlated. */
  correlationKey?: string
  messageKey?: Key
  processInstanceKey?: Key
  variables?: Variables
}

export interface SignalValue {
  signalName: string
  variables?: Variables
}

export interface ResourceDeletionValue {
  resourceKey: Key
}
