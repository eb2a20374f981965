import type { ActivatedJob, Json, Key } from '../../../server/engine/index.ts'

/** 2030-01-07T08:00:00Z, where the clock of every scenario stands. */
export const EPOCH = Date.UTC(2030, 0, 7, 8)

export const CLOSING: Record<string, string[]> = {
  JOB: ['COMPLETED', 'CANCELED'],
  USER_TASK: ['COMPLETED', 'CANCELED'],
  INCIDENT: ['RESOLVED'],
  TIMER: ['TRIGGERED', 'CANCELED'],
  MESSAGE_SUBSCRIPTION: ['DELETED'],
  SIGNAL_SUBSCRIPTION: ['DELETED'],
  PROCESS_INSTANCE: ['ELEMENT_COMPLETED', 'ELEMENT_TERMINATED'],
}
/** What a record says only of itself; everything else stays with the thing until it is said anew. */
export const TRANSIENT = ['changedAttributes', 'action', 'variables', 'messageKey', 'deniedReason', 'result']

type SharedName = 'processInstanceKey' | 'bpmnProcessId' | 'version'
export const SHARED: Record<string, SharedName[]> = {
  PROCESS_INSTANCE: ['bpmnProcessId', 'version', 'processInstanceKey'],
  PROCESS_INSTANCE_CREATION: ['bpmnProcessId', 'version', 'processInstanceKey'],
  INCIDENT: ['bpmnProcessId', 'processInstanceKey'],
  TIMER: ['processInstanceKey'],
  RUNTIME_INSTRUCTION: ['processInstanceKey'],
  SIGNAL_SUBSCRIPTION: ['bpmnProcessId'],
}
/** Ours, beyond what is recorded. */
export const LEFT_OUT: Record<string, string[]> = {
  PROCESS: ['name', 'checksum', 'processDefinitionKey', 'deploymentKey'],
  FORM: ['checksum', 'formKey', 'deploymentKey'],
  DECISION: ['decisionKey', 'decisionRequirementsKey'],
  DECISION_REQUIREMENTS: ['checksum', 'decisionRequirementsKey', 'deploymentKey', 'decisionRequirementsName'],
  DECISION_EVALUATION: ['decisionKey'],
  MESSAGE: ['deadline'],
  TIMER: ['processDefinitionKey', 'bpmnProcessId'],
  MESSAGE_START_EVENT_SUBSCRIPTION: ['processDefinitionKey'],
  SIGNAL_SUBSCRIPTION: ['processDefinitionKey'],
  JOB: ['listenerEventType'],
  USER_TASK: ['variableDocument'],
  JOB_BATCH: ['timeout', 'deadline'],
  PROCESS_INSTANCE: ['waitsAt', 'calledInstanceKey', 'businessId', 'migration'],
  PROCESS_INSTANCE_MIGRATION: ['targetProcessDefinitionKey'],
  PROCESS_INSTANCE_CREATION: ['processDefinitionKey', 'runtimeInstructions'],
}

/** What a worker answered beside variables; the recorded form says every no. */
export function jobResult(result: Json): Json {
  const answers = { cancelRemainingInstances: false, completionConditionFulfilled: false, denied: false }
  return { ...answers, ...(pruned(result) as Record<string, Json>) }
}

export function rootOf(scopeKey: Key): string {
  return `root of ${scopeKey}`
}

export function activated(job: ActivatedJob, worker: string): Record<string, Json> {
  const { bpmnProcessId, elementId, elementInstanceKey, processInstanceKey, retries, type, variables, customHeaders } =
    job
  const told = {
    bpmnProcessId,
    elementId,
    elementInstanceKey,
    processInstanceKey,
    retries,
    type,
    worker,
  }
  return {
    ...told,
    ...(job.jobKind && { jobKind: job.jobKind }),
    jobListenerEventType: job.listenerEventType ?? 'UNSPECIFIED',
    ...(Object.keys(variables).length && { variables }),
    ...(Object.keys(customHeaders).length && { customHeaders }),
  }
}

export function relative(name: string, value: Json | undefined): Json {
  if (value === undefined) return null
  const isInstant = ['deadline', 'recurringTime', 'dueDate'].includes(name) && typeof value === 'number'
  return isInstant ? (value as number) - EPOCH : value
}

/** Empty members are left out at every depth. */
export function pruned(value: Json): Json {
  if (Array.isArray(value)) return value.map(pruned)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [name, pruned(member)] as const)
  return Object.fromEntries(members.filter(([name, member]) => !isDefault(name, member)))
}

export function isDefault(name: string, value: Json): boolean {
  if (value === null || value === '' || value === -1) return true
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'object') return Object.keys(value).length === 0
  if (name === 'bpmnEventType') return value === 'NONE' || value === 'UNSPECIFIED'
  return name === 'retryBackoff' && value === 0
}
