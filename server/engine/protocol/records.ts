/** Zeebe's record vocabulary, as far as this engine writes it. Types only, no logic. */

import type * as elements from './element-values.ts'
import type * as instances from './instance-values.ts'
import type { Key } from './scalars.ts'
import type * as shared from './shared-values.ts'
import type * as waits from './wait-values.ts'

export type * from './element-values.ts'
export type * from './instance-values.ts'
export type * from './scalars.ts'
export type * from './shared-values.ts'
export type * from './wait-values.ts'

/** valueType → [intents, value]. One line per kind; the next element adds its line here. */
export interface RecordTypes {
  PROCESS_INSTANCE: [elements.ElementIntent, elements.ElementValue]
  VARIABLE: ['CREATED' | 'UPDATED' | 'MIGRATED', elements.VariableValue]
  VARIABLE_DOCUMENT: ['UPDATING' | 'UPDATED' | 'UPDATE_DENIED', elements.VariableDocumentValue]
  PROCESS_EVENT: ['TRIGGERING' | 'TRIGGERED', elements.ProcessEventValue]
  RUN: ['PAUSED' | 'RESUMED', elements.RunValue]
  MULTI_INSTANCE: ['INPUT_COLLECTION_EVALUATED', elements.MultiInstanceValue]
  ESCALATION: ['ESCALATED' | 'NOT_ESCALATED', elements.EscalationValue]
  COMPENSATION_SUBSCRIPTION: ['CREATED' | 'TRIGGERED' | 'COMPLETED' | 'DELETED', elements.CompensationSubscriptionValue]
  AD_HOC_SUB_PROCESS_INSTRUCTION: ['ACTIVATED' | 'COMPLETED', elements.AdHocInstructionValue]
  PROCESS_INSTANCE_CREATION: ['CREATED', instances.ProcessInstanceCreationValue]
  PROCESS_INSTANCE_MODIFICATION: ['MODIFIED', instances.ModificationValue]
  PROCESS_INSTANCE_MIGRATION: ['MIGRATED', instances.MigrationValue]
  PROCESS_INSTANCE_SUSPENSION: ['SUSPENDED' | 'RESUMED', instances.SuspensionValue]
  PROCESS_INSTANCE_DELETION: ['DELETED', instances.InstanceDeletionValue]
  PROCESS_INSTANCE_BAN: ['BANNED', instances.BanValue]
  RUNTIME_INSTRUCTION: ['INTERRUPTED', instances.RuntimeInstructionValue]
  USER_TASK: [waits.UserTaskIntent, waits.UserTaskValue]
  JOB: [waits.JobIntent, waits.JobValue]
  JOB_BATCH: ['ACTIVATED', waits.JobBatchValue]
  TIMER: ['CREATED' | 'TRIGGERED' | 'CANCELED' | 'MIGRATED', waits.TimerValue]
  MESSAGE_SUBSCRIPTION: ['CREATED' | 'CORRELATED' | 'DELETED' | 'MIGRATED', waits.MessageSubscriptionValue]
  SIGNAL_SUBSCRIPTION: ['CREATED' | 'DELETED' | 'MIGRATED', waits.SignalSubscriptionValue]
  CONDITION_SUBSCRIPTION: ['CREATED' | 'TRIGGERED' | 'DELETED' | 'MIGRATED', waits.ConditionSubscriptionValue]
  INCIDENT: ['CREATED' | 'RESOLVED' | 'MIGRATED', waits.IncidentValue]
  MESSAGE: ['PUBLISHED' | 'EXPIRED', shared.MessageValue]
  MESSAGE_CORRELATION: ['CORRELATING' | 'CORRELATED', shared.MessageCorrelationValue]
  MESSAGE_START_EVENT_SUBSCRIPTION: ['CREATED' | 'CORRELATED' | 'DELETED', shared.MessageStartEventSubscriptionValue]
  SIGNAL: ['BROADCASTED', shared.SignalValue]
  DEPLOYMENT: ['CREATED', shared.DeploymentValue]
  PROCESS: ['CREATED' | 'DELETING' | 'DELETED', shared.ProcessValue]
  FORM: ['CREATED' | 'DELETED', shared.FormValue]
  DECISION: ['CREATED' | 'DELETED', shared.DecisionValue]
  DECISION_REQUIREMENTS: ['CREATED' | 'DELETED', shared.DecisionRequirementsValue]
  RESOURCE_DELETION: ['DELETING' | 'DELETED', shared.ResourceDeletionValue]
  DECISION_EVALUATION: ['EVALUATED' | 'FAILED', shared.DecisionEvaluationValue]
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
