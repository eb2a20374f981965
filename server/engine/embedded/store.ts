import type { Instant, Key } from '../protocol/records.ts'

/**
 * All the engine asks of a database. Synchronous: a batch runs in one transaction, uninterrupted. Keys are strings here, whatever the columns are.
 * Rows are written by key as a whole; every row but `resource` can be rebuilt from the journal (see replay.ts).
 */
export interface EngineStore {
  /** One batch: all of it becomes durable, or none. */
  transaction<T>(work: () => T): T
  /** One act of the batch: taken back alone when `work` throws. Before the first, only this store may have written. */
  savepoint<T>(work: () => T): T

  put<K extends RowKind>(kind: K, row: Rows[K]): void
  remove<K extends RowKind>(kind: K, id: RowId<K>): void
  find<K extends RowKind>(kind: K, id: RowId<K>): Rows[K] | undefined

  /** Running instances whose document names the key, newest first: for what has no row of its own. Reads every document. */
  instancesNaming(key: Key): Key[]
  /** Large values of one instance. */
  valuesOf(processInstanceKey: Key): Rows['value'][]
  /** The branches of one instance with wide scopes. */
  branchesOf(processInstanceKey: Key): Rows['branch'][]
  /** Keys of the jobs of a type that nobody works, oldest first. */
  activatableJobs(type: string, limit: number): Key[]
  /** Who waits for the message, oldest first. */
  subscriptionsTo(messageName: string, correlationKey: string): Rows['subscription'][]
  /** Messages kept for whoever will wait for them, oldest first. */
  bufferedMessages(name: string, correlationKey: string): Rows['message'][]
  /** Element instances that wait for the signal, longest waiting first. */
  signalsAwaited(signalName: string): Rows['signal'][]
  /** Start events that wait for the message or signal (for a condition: of no name), oldest definition first. */
  startsAwaiting(kind: 'MESSAGE' | 'SIGNAL' | 'CONDITIONAL', name: string): Rows['start'][]
  /** Start events of the process that wait, by kind and name. */
  startsOf(bpmnProcessId: string): Rows['start'][]
  /** Whether an instance of the definition is running. Reads every document of the process. */
  isRunning(processDefinitionKey: Key): boolean
  /** What is due at the instant, in the order in which it fell due. */
  due(at: Instant, limit: number): Due[]
  /** When the next thing falls due. */
  nextDue(): Instant | undefined
  /** Instances put aside in the middle of a run. */
  pausedInstances(): Key[]

  latestProcess(bpmnProcessId: string): Rows['process'] | undefined
  processOfVersion(bpmnProcessId: string, version: number): Rows['process'] | undefined
  latestForm(formId: string): Rows['form'] | undefined
  latestDecision(decisionId: string): Rows['decision'] | undefined
  latestRequirements(decisionRequirementsId: string): Rows['requirements'] | undefined
  /** The decisions of a diagram of decisions, oldest first. */
  decisionsOf(decisionRequirementsKey: Key): Rows['decision'][]

  /** The latest version that bears the tag. */
  latestTagged<K extends Linkable>(kind: K, id: string, versionTag: string): Rows[K] | undefined
  /** The version that came with one deployment. */
  deployedWith<K extends Linkable>(kind: K, id: string, deploymentKey: Key): Rows[K] | undefined
  /** The version of a form, or of a diagram of decisions, that was the newest when a deployment came. */
  newestBefore<K extends 'form' | 'requirements'>(kind: K, id: string, deploymentKey: Key): Rows[K] | undefined

  /** No key at or above it was ever given away. */
  keyBound(): number
  saveKeyBound(bound: number): void
}

/** Row kinds and their columns. */
export interface Rows {
  /** The state document of a running instance. */
  instance: { processInstanceKey: Key; bpmnProcessId: string; isPaused: number; document: string }
  /** Which instance an incident belongs to. */
  owner: { key: Key; processInstanceKey: Key }
  job: { jobKey: Key; processInstanceKey: Key; type: string; isActivatable: number; due: Instant | null }
  /** `waiterKey`: the element instance that waits; who waits longest is served first. */
  timer: { timerKey: Key; processInstanceKey: Key; waiterKey: Key | null; due: Instant }
  subscription: {
    subscriptionKey: Key
    processInstanceKey: Key
    bpmnProcessId: string
    messageName: string
    correlationKey: string
  }
  message: {
    messageKey: Key
    name: string
    correlationKey: string
    messageId: string | null
    deadline: Instant
    cause: number
    variables: string | null
    /** Processes that have had it, as a JSON list: each gets a message once. */
    correlatedWith: string
  }
  signal: { subscriptionKey: Key; processInstanceKey: Key; signalName: string; waiterKey: Key }
  /** A start event of the latest version of a process that waits: for a time, a message or a signal. */
  start: {
    startKey: Key
    kind: StartKind
    processDefinitionKey: Key
    bpmnProcessId: string
    elementId: string
    /** Of the message or signal. */
    name: string | null
    due: Instant | null
    repetitions: number | null
    /** What its timer started last. */
    processInstanceKey: Key | null
    cause: number
  }
  /** A message started the instance; while it runs, no other with the same key starts one of the process. */
  startLock: { bpmnProcessId: string; correlationKey: string; processInstanceKey: Key }
  /** The highest version ever given to an id; also when the resource was deleted since. */
  version: { kind: 'process' | 'form' | 'requirements' | 'decision'; id: string; version: number }
  /** One child of a scope with many, with all that is inside it; or the items of a multi-instance body. */
  branch: { processInstanceKey: Key; branch: string; document: string }
  /** A value too large for the document. */
  value: { processInstanceKey: Key; scopeKey: Key; name: string; value: string }
  process: {
    processDefinitionKey: Key
    bpmnProcessId: string
    version: number
    name: string | null
    versionTag: string | null
    resourceName: string
    checksum: string
    deploymentKey: Key
  }
  form: {
    formKey: Key
    formId: string
    version: number
    versionTag: string | null
    resourceName: string
    checksum: string
    deploymentKey: Key
  }
  requirements: {
    decisionRequirementsKey: Key
    decisionRequirementsId: string
    decisionRequirementsName: string
    version: number
    resourceName: string
    checksum: string
    deploymentKey: Key
  }
  decision: {
    decisionKey: Key
    decisionId: string
    decisionName: string
    version: number
    versionTag: string | null
    decisionRequirementsKey: Key
    decisionRequirementsId: string
  }
  /** What was deployed, by the SHA-256 of its content. */
  resource: { checksum: string; content: string }
}

export type StartKind = 'TIMER' | 'MESSAGE' | 'SIGNAL' | 'CONDITIONAL'

export type RowKind = keyof Rows
/** What a diagram can name, in one version or another. */
export type Linkable = 'process' | 'decision' | 'form'

/** The columns that identify a row of each kind, in order. */
export const ROW_IDS = {
  instance: ['processInstanceKey'],
  owner: ['key'],
  job: ['jobKey'],
  timer: ['timerKey'],
  subscription: ['subscriptionKey'],
  message: ['messageKey'],
  signal: ['subscriptionKey'],
  start: ['startKey'],
  startLock: ['bpmnProcessId', 'correlationKey'],
  version: ['kind', 'id'],
  branch: ['processInstanceKey', 'branch'],
  value: ['processInstanceKey', 'scopeKey', 'name'],
  process: ['processDefinitionKey'],
  form: ['formKey'],
  requirements: ['decisionRequirementsKey'],
  decision: ['decisionKey'],
  resource: ['checksum'],
} as const satisfies { [K in RowKind]: readonly (keyof Rows[K])[] }

export type RowId<K extends RowKind> = { [I in (typeof ROW_IDS)[K][number] & keyof Rows[K]]: Rows[K][I] }

/** Something whose time has come. */
export interface Due {
  kind: 'timer' | 'start' | 'job' | 'message'
  key: Key
  due: Instant
}
