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
  /** Keys of the jobs of a type that nobody works, oldest first. */
  activatableJobs(type: string, limit: number): Key[]
  /** Who waits for the message, oldest first. */
  subscriptionsTo(messageName: string, correlationKey: string): Rows['subscription'][]
  /** Messages kept for whoever will wait for them, oldest first. */
  bufferedMessages(name: string, correlationKey: string): Rows['message'][]
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

  /** No key at or above it was ever given away. */
  keyBound(): number
  saveKeyBound(bound: number): void
}

/** Row kinds and their columns. */
export interface Rows {
  /** The state document of a running instance. */
  instance: { processInstanceKey: Key; bpmnProcessId: string; isPaused: number; document: string }
  /** Which instance a user task or incident belongs to. */
  owner: { key: Key; processInstanceKey: Key }
  job: { jobKey: Key; processInstanceKey: Key; type: string; isActivatable: number; due: Instant | null }
  timer: { timerKey: Key; processInstanceKey: Key; due: Instant }
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
    decisionRequirementsKey: Key
    decisionRequirementsId: string
  }
  /** What was deployed, by the SHA-256 of its content. */
  resource: { checksum: string; content: string }
}

export type RowKind = keyof Rows

/** The columns that identify a row of each kind, in order. */
export const ROW_IDS = {
  instance: ['processInstanceKey'],
  owner: ['key'],
  job: ['jobKey'],
  timer: ['timerKey'],
  subscription: ['subscriptionKey'],
  message: ['messageKey'],
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
  kind: 'timer' | 'job' | 'message'
  key: Key
  due: Instant
}
