import type { ActivatedJob, EngineRecord, Json, Key, Segment, Variables } from '../../../server/engine/index.ts'
import {
  activated,
  CLOSING,
  isDefault,
  jobResult,
  LEFT_OUT,
  pruned,
  relative,
  rootOf,
  SHARED,
  TRANSIENT,
} from './recorded-form.ts'
import type { Final, Selector, TraceRecord } from './scenario.ts'

export { EPOCH } from './recorded-form.ts'

interface Thing {
  key: Key
  elementId?: string
  /** Selectors mean it by what it was at first, whatever it became by a migration. */
  firstElementId?: string
  type?: string
  open: boolean
  /** A job of which an error was the last that was heard: selectors still find it, the end state does not name it. */
  isThrown?: boolean
  value: Record<string, Json>
}

/**
 * Follows the records of a run: knows every thing ever created (for selectors), writes the records out in the
 * recorded form (our records are terse, the recorded ones repeat themselves), and tells the end state.
 */
export class Notebook {
  readonly records: TraceRecord[] = []
  private readonly things = new Map<string, Map<Key, Thing>>()
  private readonly instances: {
    key: Key
    processId: string
    version: number
    state: string
  }[] = []
  private readonly variables = new Map<Key, Variables>()
  private readonly elementIds = new Map<Key, string>()
  /** Of called instances: who called them. Ours say it once, the recorded ones in every record of their elements. */
  private readonly callers = new Map<Key, Record<string, Json>>()
  /** User tasks as they were before what is being decided about them. */
  private readonly settledTasks = new Map<Key, Record<string, Json>>()
  private readonly subscriptions = new Map<Key, { name: string; open: boolean }>()

  note(step: number, segments: Segment[], jobs: ActivatedJob[] = []): void {
    for (const segment of segments) {
      for (const record of segment.records) {
        this.follow(record, segment)
        this.records.push(this.write(step, record, segment, jobs))
        if (record.valueType === 'USER_TASK' && record.intent === 'COMPLETED') this.tellCompleting()
      }
    }
  }

  /** The key the selector means, or undefined if nothing matches. */
  select(kind: 'JOB' | 'USER_TASK' | 'INCIDENT' | 'PROCESS_INSTANCE', by: Selector): Key | undefined {
    if (by.key !== undefined) return String(by.key)
    const all = [...(this.things.get(kind)?.values() ?? [])].filter(
      thing =>
        (by.type === undefined || thing.type === by.type) &&
        (by.elementId === undefined || thing.firstElementId === by.elementId),
    )
    if (by.nth !== undefined) return all[by.nth]?.key
    const open = all.filter(thing => thing.open)
    return open[by.pick === undefined ? 0 : by.pick % open.length]?.key
  }

  instance(nth = 0): Key | undefined {
    return this.instances[nth]?.key
  }

  /** The definition of a process or of required decisions: this version, else the latest. */
  definition(id: string, version?: number): Key | undefined {
    const all = ['PROCESS', 'DECISION_REQUIREMENTS'].flatMap(kind => [...(this.things.get(kind)?.values() ?? [])])
    return all.findLast(
      ({ value }) =>
        (value.bpmnProcessId === id && (version === undefined || value.version === version)) ||
        (value.decisionRequirementsId === id &&
          (version === undefined || value.decisionRequirementsVersion === version)),
    )?.key
  }

  final(): Final {
    const open = (kind: string) =>
      [...(this.things.get(kind)?.values() ?? [])].filter(thing => thing.open && !thing.isThrown)
    const names = (kind: string) => open(kind).map(thing => thing.elementId ?? '')
    return {
      instances: this.instances.map(instance => ({
        ...instance,
        variables: this.variables.get(instance.key) ?? {},
      })),
      elements: names('PROCESS_INSTANCE'),
      jobs: open('JOB').map(thing => thing.type ?? ''),
      userTasks: names('USER_TASK'),
      timers: open('TIMER').map(thing => String(thing.value.targetElementId)),
      messageSubscriptions: [...this.subscriptions.values()].filter(({ open }) => open).map(({ name }) => name),
      signalSubscriptions: open('SIGNAL_SUBSCRIPTION').map(thing => String(thing.value.signalName)),
      incidents: open('INCIDENT').map(thing => String(thing.value.errorType)),
    }
  }

  private follow(record: EngineRecord, segment: Segment): void {
    const value = record.value as unknown as Record<string, Json>
    if (record.valueType === 'PROCESS_INSTANCE') this.followElement(record, segment)
    if (record.valueType === 'VARIABLE') {
      const { scopeKey, name, value: content } = record.value
      this.variables.set(scopeKey, {
        ...this.variables.get(scopeKey),
        [name]: content,
      })
    }
    if (record.valueType === 'MESSAGE_SUBSCRIPTION') this.followSubscription(record)
    // A word about a deletion has a key of its own.
    if (record.intent === 'SEQUENCE_FLOW_TAKEN' || isDeletion(record)) return
    const things = this.things.get(record.valueType) ?? new Map<Key, Thing>()
    this.things.set(record.valueType, things)
    const thing = things.get(record.key) ?? {
      key: record.key,
      open: true,
      value: {},
    }
    thing.value = this.merge(record, thing.value, value)
    if (record.valueType === 'SIGNAL_SUBSCRIPTION' && record.intent !== 'DELETED' && segment.bpmnProcessId)
      thing.value.bpmnProcessId = segment.bpmnProcessId
    if (typeof value.elementId === 'string') {
      thing.elementId = value.elementId
      thing.firstElementId ??= value.elementId
    }
    if (typeof value.type === 'string') thing.type = value.type
    if (CLOSING[record.valueType]?.includes(record.intent)) thing.open = false
    thing.isThrown = record.intent === 'ERROR_THROWN'
    things.set(record.key, thing)
  }

  private merge(record: EngineRecord, known: Record<string, Json>, said: Record<string, Json>): Record<string, Json> {
    // A start event remembers nothing of what it has started.
    if (record.valueType === 'MESSAGE_START_EVENT_SUBSCRIPTION') return said
    const kept = Object.fromEntries(Object.entries(known).filter(([name]) => !TRANSIENT.includes(name)))
    const merged = { ...kept, ...said }
    const newlyTold = { FAILED: ['errorMessage'], ERROR_THROWN: ['errorMessage', 'errorCode'] }[record.intent as string]
    for (const name of newlyTold ?? []) if (said[name] === undefined) delete merged[name]
    return record.valueType === 'USER_TASK' ? this.mergeTask(record, merged) : merged
  }

  /** What a listener denies did not happen; what is told to have changed and has no value is emptied. */
  private mergeTask({ key, intent, value }: EngineRecord<'USER_TASK'>, merged: Record<string, Json>) {
    if (intent.endsWith('_DENIED')) return { ...this.settledTasks.get(key), ...value } as Record<string, Json>
    if (intent === 'CANCELING') {
      const { assignee: _, ...unassigned } = merged
      return { ...(this.settledTasks.get(key) ?? unassigned), ...value } as Record<string, Json>
    }
    const said = value as unknown as Record<string, Json>
    // An assignee of the diagram is applied after creation, and an assignment says the whole truth about the assignee.
    const assigns = ['ASSIGNING', 'CLAIMING', 'ASSIGNED'].includes(intent) || (intent === 'CREATED' && !said.assignee)
    for (const name of [...(value.changedAttributes ?? []), ...(assigns ? ['assignee'] : [])])
      if (said[name] === undefined) delete merged[name]
    if (['CREATED', 'ASSIGNED', 'UPDATED', 'MIGRATED'].includes(intent))
      this.settledTasks.set(
        key,
        Object.fromEntries(Object.entries(merged).filter(([name]) => !TRANSIENT.includes(name))),
      )
    return merged
  }

  private followElement(record: EngineRecord<'PROCESS_INSTANCE'>, segment: Segment): void {
    if (!this.elementIds.has(record.key)) this.elementIds.set(record.key, record.value.elementId)
    if (record.value.bpmnElementType !== 'PROCESS') return
    const { parentProcessInstanceKey, parentElementInstanceKey } = record.value
    if (parentProcessInstanceKey && parentElementInstanceKey)
      this.callers.set(record.key, { parentProcessInstanceKey, parentElementInstanceKey })
    const known = this.instances.find(({ key }) => key === record.key)
    const state =
      { ELEMENT_COMPLETED: 'COMPLETED', ELEMENT_TERMINATED: 'TERMINATED' }[record.intent as string] ?? 'ACTIVE'
    if (known && record.intent === 'ELEMENT_MIGRATED')
      Object.assign(known, { processId: segment.bpmnProcessId, version: segment.version })
    else if (known) known.state = state
    else
      this.instances.push({
        key: record.key,
        processId: segment.bpmnProcessId ?? '',
        version: segment.version ?? 0,
        state,
      })
  }

  private followSubscription({ key, intent, value }: EngineRecord<'MESSAGE_SUBSCRIPTION'>): void {
    const known = this.subscriptions.get(key) ?? {
      name: value.messageName,
      open: true,
    }
    if (intent === 'DELETED' || (intent === 'CORRELATED' && value.interrupting)) known.open = false
    this.subscriptions.set(key, known)
  }

  private write(step: number, record: EngineRecord, segment: Segment, jobs: ActivatedJob[]): TraceRecord {
    const { valueType, intent, key } = record
    const own = this.things.get(valueType)?.get(key)?.value ?? (record.value as unknown as Record<string, Json>)
    const shared = Object.fromEntries(
      (SHARED[valueType] ?? []).flatMap(name => (segment[name] === undefined ? [] : [[name, segment[name]]])),
    ) as Record<string, Json>
    const fields: Record<string, Json> = {
      ...own,
      ...shared,
      // It is not waited for any more by the definition that began to.
      ...(valueType === 'SIGNAL_SUBSCRIPTION' && { bpmnProcessId: own.bpmnProcessId ?? null }),
      ...(valueType === 'PROCESS_INSTANCE' && this.callers.get(segment.processInstanceKey ?? '')),
      ...this.extra(record, jobs),
    }
    const written: TraceRecord = { step, valueType, intent, key }
    // Zeebe says nothing of a message whose time to live is over but that it is.
    if (valueType === 'MESSAGE' && intent === 'EXPIRED' && record.value.deadline !== undefined) return written
    for (const [name, value] of Object.entries(fields)) {
      const told = LEFT_OUT[valueType]?.includes(name)
        ? null
        : name === 'result'
          ? jobResult(value)
          : relative(name, value)
      const isValue = valueType === 'VARIABLE' && name === 'value'
      if (isValue && intent === 'MIGRATED') continue
      if (isValue || !isDefault(name, told)) written[name] = valueType === 'DECISION_EVALUATION' ? pruned(told) : told
    }
    return written
  }

  /** Ours say the variables of a completion once, the recorded ones say them before it too. */
  private tellCompleting(): void {
    const [completing, completed] = this.records.slice(-2)
    if (completing?.intent === 'COMPLETING' && completed?.variables !== undefined)
      completing!.variables = completed.variables
  }

  /** What the recorded form states beside the record's own value. */
  private extra(record: EngineRecord, jobs: ActivatedJob[]): Record<string, Json> {
    if (record.valueType === 'VARIABLE')
      return {
        scope: this.elementIds.get(record.value.scopeKey) ?? rootOf(record.value.scopeKey),
      }
    if (record.valueType === 'MULTI_INSTANCE')
      return { inputCollection: record.value.inputCollection.map(item => JSON.stringify(item)) }
    if (record.valueType !== 'JOB_BATCH') return {}
    for (const job of jobs) {
      const known = this.things.get('JOB')?.get(job.jobKey)
      if (known)
        known.value = {
          ...known.value,
          worker: record.value.worker,
          deadline: job.deadline,
        }
    }
    return {
      truncated: false,
      jobs: jobs.map(job => {
        const { errorMessage, errorCode } = this.things.get('JOB')?.get(job.jobKey)?.value ?? {}
        return {
          ...activated(job, record.value.worker),
          ...(errorMessage && { errorMessage }),
          ...(errorCode && { errorCode }),
        }
      }),
    }
  }

  /** Variables of a new instance are written before its process element; their scope is named afterwards. */
  nameRoots(): void {
    for (const record of this.records)
      if (record.valueType === 'VARIABLE' && record.scope === rootOf(record.scopeKey as Key))
        record.scope = this.elementIds.get(record.scopeKey as Key) ?? record.scope
  }
}

function isDeletion({ valueType, intent }: EngineRecord): boolean {
  return (
    ['PROCESS', 'FORM', 'DECISION', 'DECISION_REQUIREMENTS'].includes(valueType) &&
    ['DELETING', 'DELETED'].includes(intent)
  )
}
