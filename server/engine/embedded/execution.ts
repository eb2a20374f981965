import { Failure } from '../protocol/errors.ts'
import type { EngineRecord, Json, Key, Segment } from '../protocol/records.ts'
import { raiseIncident } from './behaviors/incidents.ts'
import { fireSettledJoins } from './behaviors/joins.ts'
import { takeStep } from './behaviors/steps.ts'
import type { ExecutableProcess } from './executable-process.ts'
import { type HeldInstances, heldInstance } from './held-instances.ts'
import { applyShared } from './shared-appliers.ts'
import { applyRecord } from './state/appliers.ts'
import type { Draft } from './state/draft.ts'
import { type ElementInstance, hasEnded, type InstanceState, type Step } from './state/instance-state.ts'
import type { OwnedTable } from './state/owners.ts'
import type { Rows } from './store.ts'
import type { World } from './world.ts'

/** An act takes at most so many steps; then the run goes on in an act of its own, and others get their turn. */
const STEPS_PER_ACT = 1_000

interface OpenInstance {
  draft: Draft
  process: ExecutableProcess
  /** Steps since the instance last waited. */
  taken: number
}

interface Checkpoint {
  segments: number
  records: number
  changes: number
  queue: number
}

/**
 * One command at work: it writes records, each changes the state at once, and every path is carried on until it waits or has ended.
 * It works on one instance at a time (`enter`) and knows no element: those live in elements/, their lifecycle in behaviors/.
 */
export class Execution {
  readonly segments: Segment[] = []
  private readonly queue: { instance: OpenInstance; step: Step }[] = []
  private readonly instances = new Map<Key, OpenInstance>()
  private instance: OpenInstance | undefined
  private checkpoint: Checkpoint | undefined

  constructor(
    readonly world: World,
    private readonly heldInstances: HeldInstances = 'refused',
  ) {}

  get state(): InstanceState {
    return this.current.draft.state
  }

  get process(): ExecutableProcess {
    return this.current.process
  }

  /** Steps since the instance last waited. */
  get stepsTaken(): number {
    return this.current.taken
  }

  /** An element instance that is known to be alive. */
  element(key: Key): ElementInstance {
    const instance = this.state.elements[key]
    if (!instance)
      throw new Error(`Expected element instance ${key} in ${this.state.processInstanceKey}, but it is gone`)
    return instance
  }

  /** The keys of what belongs to an element instance, in one table of the state. */
  ownedBy(table: OwnedTable, key: Key): Key[] {
    return this.current.draft.ownedBy(table, key)
  }

  /** Element instances directly inside a scope, oldest first. */
  childrenOf(scopeKey: Key): Key[] {
    return this.current.draft.childrenOf(scopeKey)
  }

  nextKey(): Key {
    return this.world.nextKey()
  }

  /** Turns to an instance; answers whether it is running. */
  enter(processInstanceKey: Key): boolean {
    const known = this.instances.get(processInstanceKey)
    const draft = known?.draft ?? this.world.workspace.find(processInstanceKey)
    if (!draft) return false
    if (draft.state.hold !== undefined && this.heldInstances === 'refused') throw heldInstance(draft.state)
    this.instance = known ?? this.open(draft)
    return true
  }

  /** The instance turned to is no longer held: a run that was put aside goes on. */
  takeUp(): void {
    if (this.state.steps.length > 0) this.resume(this.state)
  }

  /** The instance at work, if any. */
  get processInstanceKey(): Key | undefined {
    return this.instance?.draft.state.processInstanceKey
  }

  /** Turns to a new instance. */
  create(
    about: Pick<InstanceState, 'processInstanceKey' | 'processDefinitionKey' | 'bpmnProcessId' | 'version'>,
  ): void {
    this.instance = this.open(this.world.workspace.create(about))
  }

  /** An instance as it is, without turning to it: for who looks for something beyond the instance at work. */
  look(processInstanceKey: Key): Pick<OpenInstance, 'process'> & { state: InstanceState } {
    const known = this.instances.get(processInstanceKey)
    const state = (known?.draft ?? this.world.workspace.find(processInstanceKey))?.state
    if (!state) throw new Error(`Expected process instance ${processInstanceKey}, but it is gone`)
    return { state, process: known?.process ?? this.world.definitions.processOf(state.processDefinitionKey) }
  }

  /** Every instance that was at work in this command: their rows in the store are older than they are. */
  statesAtWork(): InstanceState[] {
    return [...this.instances.values()].map(({ draft }) => draft.state)
  }

  /** Whether the instance has not ended; one that was called and is about to begin counts. */
  isRunning(processInstanceKey: Key): boolean {
    const draft = this.instances.get(processInstanceKey)?.draft ?? this.world.workspace.find(processInstanceKey)
    return draft !== undefined && !hasEnded(draft.state)
  }

  /** Does work in another instance, then turns back. Nothing of it is taken back if the work here fails afterwards. */
  within(processInstanceKey: Key, work: () => void): void {
    const here = this.current
    if (!this.enter(processInstanceKey))
      throw new Error(`Expected process instance ${processInstanceKey} to be running, but it is gone`)
    work()
    this.instance = here
    this.keep()
  }

  /** Takes a step before those that wait. */
  takeNow(step: Step): void {
    takeStep(this, step)
    this.keep()
  }

  /** Writes a record of the instance and changes its state. */
  emit(record: EngineRecord): void {
    const { draft } = this.current
    const { processInstanceKey, processDefinitionKey, bpmnProcessId, version } = draft.state
    let segment = this.segments.at(-1)
    if (segment?.processInstanceKey !== processInstanceKey) {
      segment = { processInstanceKey, processDefinitionKey, bpmnProcessId, version, records: [] }
      this.segments.push(segment)
    }
    segment.records.push(record)
    this.world.workspace.markChanged(processInstanceKey)
    applyRecord(draft, record, this.world.seq)
    applyShared(this.world, record, segment)
  }

  /** The instance goes over to another definition; the record to be written next says so. */
  follow({ processDefinitionKey, bpmnProcessId, version }: Rows['process']): void {
    const { processInstanceKey } = this.state
    this.current.process = this.world.definitions.processOf(processDefinitionKey)
    this.segments.push({ processInstanceKey, processDefinitionKey, bpmnProcessId, version, records: [] })
  }

  /** Writes a record of something no instance owns. */
  emitShared(record: EngineRecord): void {
    let segment = this.segments.at(-1)
    if (!segment || segment.processInstanceKey !== undefined) {
      segment = { records: [] }
      this.segments.push(segment)
    }
    segment.records.push(record)
    applyShared(this.world, record, segment)
  }

  /** Puts a step of the instance at the end of the queue. */
  schedule(step: Step): void {
    this.queue.push({ instance: this.current, step })
  }

  /** Whether a message is on its way to an instance of this process. */
  isPromised(messageKey: Key): boolean {
    const { bpmnProcessId } = this.state
    return this.queue.some(
      ({ instance, step }) =>
        step.do === 'deliver' &&
        step.message.messageKey === messageKey &&
        instance.draft.state.bpmnProcessId === bpmnProcessId,
    )
  }

  /** Whether something in the scope (one of these, if given) is still about to begin. */
  isAboutToActivate(scopeKey: Key, among?: ReadonlySet<string>): boolean {
    return this.queue.some(
      ({ step }) =>
        step.do === 'activate' && step.flowScopeKey === scopeKey && (among === undefined || among.has(step.elementId)),
    )
  }

  /** Does work for an element instance; if it cannot go on, everything since the last `keep` is taken back and an incident stands there instead. */
  attempt(key: Key, work: () => void): void {
    this.keep()
    try {
      work()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      this.takeBack()
      raiseIncident(this, key, error)
      this.keep()
    }
  }

  /** What was done so far stays, even if what follows fails. */
  keep(): void {
    this.checkpoint = {
      segments: this.segments.length,
      records: this.segments.at(-1)?.records.length ?? 0,
      changes: this.current.draft.mark(),
      queue: this.queue.length,
    }
  }

  /** Takes steps until none is left, or until the act has taken enough of them. Those of an instance that stands still wait for its resumption. */
  run(): void {
    const waiting: typeof this.queue = []
    for (let taken = 0; (this.queue.length > 0 || this.settleJoins()) && taken < STEPS_PER_ACT; taken++) {
      const next = this.queue.shift()!
      if (this.standsStill(next.instance)) {
        waiting.push(next)
        continue
      }
      this.instance = next.instance
      next.instance.taken++
      takeStep(this, next.step)
    }
    this.queue.unshift(...waiting)
    if (this.queue.length > 0) this.pause()
  }

  /** Nothing moves any more: inclusive joins to which nobody comes need not wait. Answers whether there was one. */
  private settleJoins(): boolean {
    const { instance: current } = this
    for (const instance of this.instances.values()) {
      if (!instance.process.hasInclusiveJoins || this.standsStill(instance)) continue
      this.instance = instance
      fireSettledJoins(this)
    }
    this.instance = current
    return this.queue.length > 0
  }

  private get current(): OpenInstance {
    if (!this.instance) throw new Error('No instance was entered')
    return this.instance
  }

  private open(draft: Draft): OpenInstance {
    const { state } = draft
    const process = this.world.definitions.processOf(state.processDefinitionKey)
    const instance = { draft, process, taken: state.taken }
    this.instances.set(state.processInstanceKey, instance)
    this.instance = instance
    if (!this.standsStill(instance)) this.takeUp()
    return instance
  }

  private standsStill({ draft: { state } }: Pick<OpenInstance, 'draft'>): boolean {
    return state.hold !== undefined && this.heldInstances !== 'moved'
  }

  /** Whoever comes next goes on with what was put aside. */
  private resume({ processInstanceKey, taken, steps }: InstanceState): void {
    for (const step of steps) this.schedule(step)
    this.emit({ valueType: 'RUN', intent: 'RESUMED', key: processInstanceKey, value: { taken: 0, steps: [] } })
    this.current.taken = taken
  }

  private pause(): void {
    const left = this.queue.splice(0)
    for (const instance of new Set(left.map(({ instance }) => instance))) {
      this.instance = instance
      const { processInstanceKey: key, steps: before } = instance.draft.state
      const more = left.filter(task => task.instance === instance).map(({ step }) => step)
      const steps = [...before, ...more] as unknown as Json[]
      this.emit({ valueType: 'RUN', intent: 'PAUSED', key, value: { taken: instance.taken, steps } })
    }
  }

  private takeBack(): void {
    const { segments, records, changes, queue } = this.checkpoint!
    this.current.draft.rollback(changes)
    this.segments.length = segments
    const last = this.segments.at(-1)
    if (last) last.records.length = records
    this.queue.length = queue
  }
}
