import type { Json, Key, Variables } from './scalars.ts'

/** What records say of elements, their variables and how far a run is. */

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
  /** Of a process called by another: the call activity that waits for it. */
  parentProcessInstanceKey?: Key
  parentElementInstanceKey?: Key
  /** Of the same, when it begins: what the instance that called it is named by the business. */
  businessId?: string
  /** Of a call activity that begins to wait: the instance it called. */
  calledInstanceKey?: Key
  /** Of a process that goes over to another definition: which one, and from which. */
  migration?: { processDefinitionKey: Key; version: number; from: Key }
  /** Of a taken flow: the joining gateway at which it waits for the others. */
  waitsAt?: string
}

export type ElementIntent =
  | 'ELEMENT_ACTIVATING'
  | 'ELEMENT_ACTIVATED'
  | 'ELEMENT_COMPLETING'
  | 'ELEMENT_COMPLETED'
  | 'ELEMENT_TERMINATING'
  | 'ELEMENT_TERMINATED'
  | 'ELEMENT_MIGRATED'
  /** The instance that called it went over to another definition. */
  | 'ANCESTOR_MIGRATED'
  | 'SEQUENCE_FLOW_TAKEN'

export interface VariableValue {
  name: string
  value: Json
  scopeKey: Key
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
  /** Of a process that a message started: no other message with this key starts one meanwhile. */
  startCorrelationKey?: string
}

/** Ours: where a run of more steps than one act may take goes on. `taken`: steps since the last wait state; `steps`: still to take. */
export interface RunValue {
  taken: number
  steps: Json[]
}

/** The items of a multi-instance body, evaluated once when it begins. Its key is the body's. */
export interface MultiInstanceValue {
  inputCollection: Json[]
}

export interface EscalationValue {
  escalationCode: string
  throwElementId: string
  /** Absent if nobody caught it. */
  catchElementId?: string
}

/** An activity is done and can be compensated: by which handler, in which scope. */
export interface CompensationSubscriptionValue {
  compensableActivityId: string
  compensableActivityInstanceKey: Key
  compensableActivityScopeKey: Key
  compensationHandlerId?: string
  compensationHandlerInstanceKey?: Key
  throwEventId?: string
  throwEventInstanceKey?: Key
}

export interface AdHocInstructionValue {
  adHocSubProcessInstanceKey: Key
  activateElements: { elementId: string; variables?: Variables }[]
  cancelRemainingInstances: boolean
  completionConditionFulfilled: boolean
}
