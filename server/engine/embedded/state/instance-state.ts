import type {
  BpmnElementType,
  CompensationSubscriptionValue,
  IncidentValue,
  Instant,
  JobKind,
  Json,
  Key,
  ListenerEventType,
  MessageCorrelationValue,
  MessageSubscriptionValue,
  SignalSubscriptionValue,
  TimerValue,
  UserTaskValue,
  Variables,
} from '../../protocol/records.ts'

/** Of the form of the document below; an upcaster leads from each to the next. */
export const STATE_SCHEMA = 1

/**
 * Everything one running process instance knows. Plain data, saved as one JSON document.
 * Only appliers write it (see appliers.ts), so that the journal's records rebuild it exactly. What lies in its tables is replaced, never changed.
 */
export interface InstanceState {
  schema: typeof STATE_SCHEMA
  processInstanceKey: Key
  processDefinitionKey: Key
  bpmnProcessId: string
  version: number
  /** Steps since the last wait state; 0 when all paths wait. */
  taken: number
  /** Steps to go on with, when a run was longer than one act may be. */
  steps: Step[]
  /** Who called it: a call activity that waits for its end. Absent on a root instance. */
  parent?: { processInstanceKey: Key; elementInstanceKey: Key }
  /** A name of the business's own; what is called has the name of its caller. */
  businessId?: string
  /** It ends when one of these elements has completed. */
  terminateAfter?: string[]
  /** A message started it; while it runs, no other with this key starts one of the process. */
  startLock?: { bpmnProcessId: string; correlationKey: string }
  /** Why it stands still: an operator suspended it, or we failed on it. */
  hold?: 'SUSPENDED' | 'BANNED'
  /** Alive ones only. The process itself has the key of the instance. */
  elements: Record<Key, ElementInstance>
  /** scope key → name → variable. */
  variables: Record<Key, Record<string, Variable>>
  /** `<scope key>/<gateway id>` → flow id → how often it was taken and not yet used. */
  joins: Record<string, Record<string, number>>
  /** multi-instance body → its items, as they were when it began. */
  collections: Record<Key, Json[]>
  userTasks: Record<Key, UserTask>
  jobs: Record<Key, Job>
  timers: Record<Key, Timer>
  subscriptions: Record<Key, MessageSubscriptionValue>
  signalSubscriptions: Record<Key, SignalSubscriptionValue>
  /** What was done and can be undone. */
  compensations: Record<Key, CompensationSubscriptionValue>
  conditions: Record<Key, ConditionWait>
  incidents: Record<Key, IncidentValue>
}

export type LifecycleState = 'ACTIVATING' | 'ACTIVATED' | 'COMPLETING' | 'TERMINATING'

export interface ElementInstance {
  elementId: string
  type: BpmnElementType
  eventType?: string
  state: LifecycleState
  flowScopeKey?: Key
  /** Elements alive directly inside. */
  children: number
  /** Of a scope that has, or will have, many children: each of them is saved by itself (see branches.ts). Stays, once it is. */
  isWide?: true
  /** Of a call activity: the instance it called. */
  calledInstanceKey?: Key
  /** Of an inner instance: its number, from 1 on. Of a multi-instance body: how many have begun. */
  loopCounter?: number
  /** Of a multi-instance body: how many are done (or about to be), and how many were terminated. */
  completed?: number
  terminated?: number
  /** Of an ad-hoc sub-process that a worker leads: the worker has said that it is enough. */
  isFulfilled?: boolean
  /** What happened and was not yet used: the result of a job, the data of a message, the event that interrupts. */
  event?: PendingEvent
  /** How many of its listeners are done, before it (START) or after it (END). */
  listener?: { event: ListenerEventType; done: number }
  /** The event (or terminating end event) that ended everything else in this scope; only one may. */
  interruptedBy?: string
}

export interface PendingEvent {
  elementId: string
  variables?: Variables
}

export interface Variable {
  key: Key
  value: Json
}

/** An open user task; `transition` while listeners work on what is to happen to it. */
export interface UserTask extends UserTaskValue {
  transition?: TaskTransition
}

/** What may change about a task in the course of its life. */
export type TaskAttributes = Pick<
  UserTaskValue,
  'assignee' | 'candidateGroupsList' | 'candidateUsersList' | 'dueDate' | 'followUpDate' | 'priority'
>

export interface TaskTransition {
  intent: 'CREATING' | 'ASSIGNING' | 'CLAIMING' | 'UPDATING' | 'COMPLETING' | 'CANCELING'
  /** How many listeners are done. */
  done: number
  /** What the task will be like. */
  after: TaskAttributes
  /** As told so far. */
  changedAttributes?: string[]
  action?: string
  variables?: Variables
  variableDocument?: NonNullable<UserTaskValue['variableDocument']>
  /** Of a task that is being created: the assignee of the diagram, who is assigned afterwards. */
  assignee?: string
}

export type JobState = 'ACTIVATABLE' | 'ACTIVATED' | 'FAILED' | 'ERROR_THROWN'

export interface Job {
  state: JobState
  type: string
  /** Absent: it is the work of the element itself. */
  jobKind?: JobKind
  listenerEventType?: ListenerEventType
  elementId: string
  elementInstanceKey: Key
  retries: number
  customHeaders?: Record<string, string>
  worker?: string
  /** When the lease ends. */
  deadline?: Instant
  /** When the back-off ends. */
  recurringTime?: Instant
  errorMessage?: string
  errorCode?: string
  /** seq of the entry that created it. */
  cause: number
}

/** An element instance that waits for a condition; it sees what the instance sees. */
export interface ConditionWait {
  /** The event. */
  elementId: string
  elementInstanceKey: Key
}

export interface Timer extends TimerValue {
  /** seq of the entry that armed it. */
  cause: number
}

/** A message on its way to somebody who waits for it. */
export interface CorrelatedMessage {
  messageKey: Key
  variables?: Variables
  /** Somebody waits for the answer who got it. */
  answer?: MessageCorrelationValue
}

/** A variable that one document wrote. */
export type VariableChange = { scopeKey: Key; name: string; kind: 'create' | 'update' }

/** One thing to do in an instance; plain data, because a long run is put aside and goes on in a later act. */
export type Step =
  /** `key`: the one it was promised; else it gets a new one. */
  | { do: 'activate'; elementId: string; flowScopeKey: Key; event?: PendingEvent; key?: Key }
  | { do: 'complete'; key: Key }
  | { do: 'terminate'; key: Key }
  | { do: 'terminate-each'; key: Key; keys: Key[]; at: number }
  | { do: 'begin'; parent: NonNullable<InstanceState['parent']>; businessId?: string }
  | { do: 'spread'; key: Key }
  | { do: 'correlate'; key: Key }
  | { do: 'meet'; key: Key }
  | { do: 'look'; changes: VariableChange[] }
  | { do: 'start'; event: PendingEvent; correlationKey?: string }
  | { do: 'deliver'; key: Key; message: CorrelatedMessage }
  | { do: 'acknowledge'; message: MessageCorrelationValue }
  | { do: 'broadcast'; signalName: string; variables?: Variables }

/** An instance before its first record. */
export function emptyInstance(
  about: Pick<InstanceState, 'processInstanceKey' | 'processDefinitionKey' | 'bpmnProcessId' | 'version'>,
): InstanceState {
  return {
    schema: STATE_SCHEMA,
    ...about,
    taken: 0,
    steps: [],
    elements: emptyTable(),
    variables: emptyTable(),
    joins: emptyTable(),
    collections: emptyTable(),
    userTasks: emptyTable(),
    jobs: emptyTable(),
    timers: emptyTable(),
    subscriptions: emptyTable(),
    compensations: emptyTable(),
    conditions: emptyTable(),
    signalSubscriptions: emptyTable(),
    incidents: emptyTable(),
  }
}

/**
 * A table whose keys come from outside: no name, not even `__proto__`, means anything to it.
 * Without a prototype it is a hash table from the start; every key of its own would otherwise give it a shape of its own.
 */
export function emptyTable<T>(entries?: Record<string, T>): Record<string, T> {
  const table = Object.create(null) as Record<string, T>
  return entries ? Object.assign(table, entries) : table
}

/** Whether the instance has ended: nothing in it is alive. One that was called and is about to begin has its variables, or a step to take. */
export function hasEnded({ processInstanceKey, elements, variables, steps }: InstanceState): boolean {
  return !(processInstanceKey in elements) && !(processInstanceKey in variables) && steps.length === 0
}
