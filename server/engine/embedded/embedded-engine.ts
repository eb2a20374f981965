import type {
  Clock,
  InternalCause,
  JobWorker,
  Ledger,
  MigrationVerdict,
  Outcome,
  ProcessEngine,
  Submission,
} from '../process-engine.ts'
import type { MigrationPlan } from '../protocol/commands.ts'
import { CommandRejected } from '../protocol/errors.ts'
import type { Key, Variables } from '../protocol/records.ts'
import { type BatchParts, type PendingAct, runBatch, type Settled } from './batch.ts'
import { isKey } from './commands/find-target.ts'
import type { ProcessableCommand } from './commands/index.ts'
import { Definitions, ResourceNotLoaded } from './definitions.ts'
import { DueWork } from './due-work.ts'
import { InstanceFault } from './fault.ts'
import { JobWorkers } from './job-workers.ts'
import { KeyGenerator } from './key-generator.ts'
import { migrationVerdicts } from './migration-verdicts.ts'
import { loadResource, prepareDeployment } from './prepare-deployment.ts'
import { refusalIn } from './refusal-in.ts'
import { visibleVariables } from './state/variables.ts'
import type { EngineStore } from './store.ts'
import { Workspace } from './workspace.ts'

export interface EmbeddedEngineOptions<Act> {
  store: EngineStore
  ledger: Ledger<Act>
  clock: Clock
  /** The IANA zone of `today()` and of months and years in durations. Default: UTC, as recorded. */
  zone?: string
  /** Whether a process was taken out of use; default: none is. Asked inside the act, so that it sees what the batch wrote. */
  isOutOfUse?(bpmnProcessId: string): boolean
  /** Calls back in a later turn of the event loop; the acts of the turns until then share a transaction. Default: setImmediate. */
  schedule?(flush: () => void): void
  /** Faults of ours in work nobody waits for (a timer, a job); default: console.error. */
  onError?(error: unknown): void
}

/** The process engine in this process, on a store. Nothing is answered before it is durable. */
export function createEmbeddedEngine<Act>(options: EmbeddedEngineOptions<Act>): ProcessEngine<Act> {
  return new EmbeddedEngine(options)
}

class EmbeddedEngine<Act> implements ProcessEngine<Act> {
  private readonly queue: PendingAct<Act>[] = []
  private readonly listeners = new Set<(outcomes: Outcome[]) => void>()
  private readonly parts: BatchParts<Act>
  private readonly due: DueWork
  private readonly workers: JobWorkers
  private readonly schedule: (flush: () => void) => void
  private readonly onError: (error: unknown) => void
  private isScheduled = false
  private isStarted = false
  /** A diagram is being read; the queue waits, so that the order stays. */
  private isLoading = false
  /** Acts accepted but not yet answered. */
  private readonly unanswered = new Set<Promise<Outcome>>()

  constructor(options: EmbeddedEngineOptions<Act>) {
    const { store, ledger, clock, zone = 'UTC', isOutOfUse = () => false, schedule, onError } = options
    const workspace = new Workspace(store)
    const definitions = new Definitions(store)
    const keys = new KeyGenerator(store)
    this.parts = { store, ledger, workspace, definitions, keys, now: () => clock.now(), zone, isOutOfUse }
    this.schedule = schedule ?? (flush => void setImmediate(flush))
    this.onError = onError ?? (error => console.error(error))
    const submit = (cause: InternalCause, command: ProcessableCommand) => this.submitInternal(cause, command)
    this.due = new DueWork({ store, workspace, clock, submit, onError: this.onError })
    this.workers = new JobWorkers({ store, submit, onError: this.onError })
  }

  async submit({ act, commands, guard }: Submission<Act>): Promise<Outcome> {
    const processable: ProcessableCommand[] = []
    for (const command of commands)
      processable.push(
        command.type === 'DEPLOY_RESOURCES'
          ? { type: 'DEPLOY_PREPARED', resources: await prepareDeployment(command.resources) }
          : command,
      )
    return this.enqueue({ act: () => act, commands: processable, guard: guard && (() => guard()), isInternal: false })
  }

  openJobWorker(worker: JobWorker): { close(): Promise<void> } {
    return this.workers.open(worker)
  }

  onCommit(listener: (outcomes: Outcome[]) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  visibleVariables(processInstanceKey: Key, elementInstanceKey: Key): Variables | undefined {
    const state = this.parts.workspace.find(processInstanceKey)?.state
    return state && elementInstanceKey in state.elements ? visibleVariables(state, elementInstanceKey) : undefined
  }

  async dryRunMigration(plan: MigrationPlan, processInstanceKeys: Key[]): Promise<MigrationVerdict[]> {
    const { store, definitions } = this.parts
    const processDefinitionKey = plan.targetProcessDefinitionKey
    if (!isKey(processDefinitionKey) || !store.find('process', { processDefinitionKey }))
      throw new CommandRejected('NOT_FOUND', `Expected a process definition with key '${processDefinitionKey}'`)
    for (;;) {
      try {
        return migrationVerdicts(this.parts, plan, processInstanceKeys.filter(isKey))
      } catch (error) {
        if (!(error instanceof ResourceNotLoaded)) throw error
        const { content } = store.find('resource', { checksum: error.checksum })!
        definitions.keep(error.checksum, await loadResource(error.resourceName, content))
      }
    }
  }

  start(): void {
    this.isStarted = true
    for (const processInstanceKey of this.parts.store.pausedInstances()) this.goOn(processInstanceKey)
    this.due.arm()
    this.workers.start()
  }

  async stop(): Promise<void> {
    this.isStarted = false
    this.due.stop()
    await this.workers.stop()
    while (this.unanswered.size > 0) await Promise.allSettled(this.unanswered)
  }

  private submitInternal(cause: InternalCause, command: ProcessableCommand): Promise<Outcome> {
    const { ledger } = this.parts
    return this.enqueue({ act: () => ledger.internalAct(cause), commands: [command], isInternal: true })
  }

  private enqueue(act: Omit<PendingAct<Act>, 'resolve' | 'reject'>): Promise<Outcome> {
    const answer = new Promise<Outcome>((resolve, reject) => {
      this.queue.push({ ...act, resolve, reject })
      this.scheduleFlush()
    })
    this.unanswered.add(answer)
    const forget = () => this.unanswered.delete(answer)
    answer.then(forget, forget)
    return answer
  }

  private scheduleFlush(): void {
    if (this.isScheduled || this.isLoading || this.queue.length === 0) return
    this.isScheduled = true
    this.schedule(() => {
      this.isScheduled = false
      this.flush()
      this.scheduleFlush()
    })
  }

  private flush(): void {
    const taken: PendingAct<Act>[] = []
    let settled: Settled<Act>[]
    try {
      settled = runBatch(this.parts, this.queue, taken)
    } catch (error) {
      for (const { reject } of taken) reject(error)
      return
    }
    this.answer(settled)
  }

  private answer(settled: Settled<Act>[]): void {
    const outcomes: Outcome[] = []
    for (const each of settled) {
      const { pending } = each
      if ('outcome' in each) {
        const refusal = refusalIn(each.outcome.results)
        if (refusal) pending.reject(refusal)
        else pending.resolve(each.outcome)
        if (!each.outcome.replayed) outcomes.push(each.outcome)
      } else if ('missing' in each) this.load(each.missing, pending)
      else {
        pending.reject(each.error)
        if (each.error instanceof InstanceFault) this.ban(each.error)
      }
    }
    if (outcomes.length > 0) this.afterCommit(outcomes)
  }

  private afterCommit(outcomes: Outcome[]): void {
    for (const listener of this.listeners) this.tell(listener, outcomes)
    if (!this.isStarted) return
    // A run that was put aside says so last.
    for (const { segments } of outcomes)
      for (const { processInstanceKey, records } of segments)
        if (records.at(-1)?.intent === 'PAUSED') this.goOn(processInstanceKey!)
    this.due.arm()
    this.workers.wake()
  }

  /** What is durable is answered, whatever a listener does. */
  private tell(listener: (outcomes: Outcome[]) => void, outcomes: Outcome[]): void {
    try {
      listener(outcomes)
    } catch (error) {
      this.onError(error)
    }
  }

  private ban({ processInstanceKey, cause }: InstanceFault): void {
    if (!this.isStarted) return
    const about: InternalCause = { kind: 'engine', id: processInstanceKey, verb: 'instance.ban', processInstanceKey }
    const reason = `${cause.name}: ${cause.message}`
    this.submitInternal(about, { type: 'BAN_INSTANCE', processInstanceKey, reason }).catch(error => {
      if (!(error instanceof CommandRejected)) this.onError(error)
    })
  }

  private goOn(processInstanceKey: string): void {
    const cause: InternalCause = {
      kind: 'engine',
      id: processInstanceKey,
      verb: 'instance.continue',
      processInstanceKey,
    }
    // Somebody may have gone on with it meanwhile, for example an instance it called.
    this.submitInternal(cause, { type: 'CONTINUE_INSTANCE', processInstanceKey }).catch(error => {
      if (!(error instanceof CommandRejected)) this.onError(error)
    })
  }

  /** Reads a resource from the store, then does the act anew, before those that came after it. */
  private load({ checksum, resourceName }: ResourceNotLoaded, pending: PendingAct<Act>): void {
    const { store, definitions } = this.parts
    const row = store.find('resource', { checksum })
    if (!row) {
      pending.reject(new Error(`Expected the content of ${resourceName} (${checksum}), but it is not there`))
      return
    }
    this.isLoading = true
    loadResource(resourceName, row.content)
      .then(
        resource => {
          definitions.keep(checksum, resource)
          this.queue.unshift(pending)
        },
        error => pending.reject(error),
      )
      .finally(() => {
        this.isLoading = false
        this.scheduleFlush()
      })
      .catch(this.onError)
  }
}
