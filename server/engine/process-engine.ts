import type { Command, MigrationPlan } from './protocol/commands.ts'
import type { CommandRejected, RejectionType } from './protocol/errors.ts'
import type { Instant, JobKind, Json, Key, ListenerEventType, Segment, Variables } from './protocol/records.ts'

/**
 * The process engine as the rest of the house sees it. Two adapters: `embedded` (this process, SQLite) and, for
 * offices that outgrow one machine, a Camunda 8 cluster. `Act` is what the journal knows about who does what and
 * why; the engine hands it through unread.
 */
export interface ProcessEngine<Act> {
  /**
   * Carries out one act: all of its commands, or none. Answers after the act is durable.
   * Acts that arrive in the same tick share one transaction, each in a savepoint of its own.
   * @throws CommandRejected when the guard or a command says no (the refusal is journaled), any other Error when we are wrong.
   */
  submit(submission: Submission<Act>): Promise<Outcome>
  /** Works jobs of a type in this process until closed. Handlers must be idempotent by job key. */
  openJobWorker(worker: JobWorker): { close(): Promise<void> }
  /** Called after each COMMIT with the outcomes of the batch that were accepted; must not throw. */
  onCommit(listener: (outcomes: Outcome[]) => void): () => void
  /**
   * The variables that an element instance sees: its own and those of the scopes around it, inner ones first, as of the last act.
   * Undefined if it is not running; what it saw then is in the journal.
   */
  visibleVariables(processInstanceKey: Key, elementInstanceKey: Key): Variables | undefined
  /**
   * Whether a migration plan fits each of these instances, without touching any.
   * @throws CommandRejected when there is no such definition
   */
  dryRunMigration(plan: MigrationPlan, processInstanceKeys: Key[]): Promise<MigrationVerdict[]>
  /** Begins to fire timers, time-outs and jobs; what fell due during downtime fires once, in order. */
  start(): void
  /** Finishes what was accepted, stops timers and workers. */
  stop(): Promise<void>
}

export interface Submission<Act> {
  act: Act
  /** May be empty: an act that only writes its own entry (sign-in, a register). */
  commands: Command[]
  /** Runs first, inside the act's savepoint, and sees what earlier acts of the same batch wrote. Throws CommandRejected to refuse. */
  guard?(): void
}

/** What would become of one instance: each active element with what it would become, or why not. */
export type MigrationVerdict = { processInstanceKey: Key } & (
  | { fits: true; elements: [source: string, target: string][] }
  | { fits: false; type: RejectionType; reason: string }
)

export interface Outcome {
  /** Journal sequence number of the act's entry. */
  seq: number
  segments: Segment[]
  /** One per command, in order. */
  results: CommandResult[]
  /** Whether this is the stored answer of an earlier act with the same idempotency key. */
  replayed: boolean
}

/** What a command answers: keys it made (`processInstanceKey`, `jobKey` …) and activated jobs. Plain data. */
export type CommandResult = Record<string, Json>

/** What the engine tells of its own acts (a timer fired, a job was leased, a run went on). */
export interface InternalCause {
  kind: 'clock' | 'worker' | 'engine'
  /** Timer key, job key, worker name … */
  id: string
  /** What is done: `timer.trigger`, `job.activate`, `job.complete`, `job.fail`, `message.expire`, `instance.continue` … */
  verb: string
  /** seq of the entry that armed the timer or created the job. */
  cause?: number
  processInstanceKey?: Key
}

/**
 * The book acts are written into; db/journal.ts implements it. Every call happens inside the open transaction.
 */
export interface Ledger<Act> {
  /** The stored outcome if this act's idempotency key was answered before. @throws CommandRejected if the key came with another body. */
  replay(act: Act): Outcome | undefined
  /** The seq that the next entry gets; wait states remember it as their cause. */
  nextSeq(): number
  /** One entry, its projections, its idempotency answer. */
  append(act: Act, segments: Segment[], results: CommandResult[]): number
  /** The same, of which only the projections are written at once, and the rest by `flush`: together it costs less. */
  note(act: Act, segments: Segment[], results: CommandResult[]): number
  /** Writes what was noted, before COMMIT. */
  flush(): void
  /** One entry of kind `refused`. */
  refuse(act: Act, rejection: CommandRejected): number
  /** What was appended last was taken back, with its savepoint or its transaction. */
  forget(): void
  /** The act the engine does on its own account. */
  internalAct(cause: InternalCause): Act
}

/** Time as the engine gets it. The pure core takes neither clock nor key generator: both are handed in here. */
export interface Clock {
  /** Never goes back: a clock that jumps back stands still until it has caught up. */
  now(): Instant
  /** Calls once at or after the instant; returns how to cancel. */
  wakeAt(instant: Instant, wake: () => void): () => void
}

export interface ActivatedJob {
  jobKey: Key
  type: string
  /** Absent: the work of the element itself. */
  jobKind?: JobKind
  listenerEventType?: ListenerEventType
  processInstanceKey: Key
  bpmnProcessId: string
  processDefinitionKey: Key
  processDefinitionVersion: number
  elementId: string
  elementInstanceKey: Key
  retries: number
  deadline: Instant
  customHeaders: Record<string, string>
  variables: Variables
  /** seq of the entry that created the job. */
  cause: number
}

export interface JobWorker {
  type: string
  name: string
  /** Lease in milliseconds; after it another attempt may begin. */
  timeout: number
  maxJobsActive: number
  /** Returns the variables of the completion. Throws BpmnError for the business's no, any other Error to fail the job (retries − 1, back-off). */
  handle(job: ActivatedJob): Promise<Variables | undefined> | Variables | undefined
}
