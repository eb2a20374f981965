import type { EngineRecord, Key, Outcome } from '../../engine/index.ts'
import type { Segment } from '../../engine/protocol/records.ts'
import { CalledScopes } from './called-scopes.ts'
import type { Place } from './place.ts'

/** One case that is told again, as the records of its instance and of those it called say it stands. */
export interface FollowedRun {
  instance: Key
  scopes: CalledScopes
  /** User tasks that came up, in order, each with the offices it was offered to; and the ends that were reached. */
  tasks: { place: Place; groups: readonly string[] }[]
  ends: Place[]
  isOver: boolean
  /** Keys of what is open, with the place of each. */
  openTasks: Map<Key, Place>
  openJobs: Map<Key, { place: Place; type: string }>
  /** What is waited for: `name key`. */
  subscriptions: Map<Key, string>
  timers: Map<Key, Place>
  incident?: { place: Place; message: string }
}

/** A run of which nothing is known yet. */
export function newRun(instance: Key): FollowedRun {
  return {
    ...{ instance, scopes: new CalledScopes(instance), tasks: [], ends: [], isOver: false },
    ...{ openTasks: new Map(), openJobs: new Map(), subscriptions: new Map(), timers: new Map() },
  }
}

/** How messages and those who wait for them are told apart. */
export const waitName = (name: string, correlationKey: string): string => `${name} ${correlationKey}`

/**
 * Follows cases by what was done.
 * @param runs by their instances; what they call is put beside
 */
export function followRuns(outcomes: readonly Outcome[], runs: Map<Key, FollowedRun>): void {
  for (const segment of outcomes.flatMap(({ segments }) => segments)) {
    const { processInstanceKey: instance, records } = segment
    const run = instance === undefined ? undefined : (runs.get(instance) ?? callerOf(segment, runs))
    if (!run || instance === undefined) continue
    runs.set(instance, run)
    run.scopes.note(segment)
    const scope = run.scopes.scopeOf(instance)
    if (scope === undefined) continue
    for (const record of records) followers[record.valueType]?.(run, record as never, { instance, scope })
  }
}

/** The case that an instance begun here belongs to, because it was called. */
function callerOf({ processInstanceKey, records }: Segment, runs: ReadonlyMap<Key, FollowedRun>) {
  for (const { valueType, key, value } of records)
    if (valueType === 'PROCESS_INSTANCE' && key === processInstanceKey)
      return value.parentProcessInstanceKey === undefined ? undefined : runs.get(value.parentProcessInstanceKey)
  return undefined
}

/** Whose record it is, and what its places begin with. */
interface Of {
  instance: Key
  scope: string
}

type Follow = (run: FollowedRun, record: never, of: Of) => void

const followers: { [valueType: string]: Follow } = {
  USER_TASK(run: FollowedRun, { intent, key, value }: EngineRecord<'USER_TASK'>, { scope }: Of) {
    const place = `${scope}${value.elementId}`
    if (intent === 'CREATING') run.tasks.push({ place, groups: value.candidateGroupsList ?? [] })
    if (intent === 'CREATED') run.openTasks.set(key, place)
    if (intent === 'COMPLETED' || intent === 'CANCELED') run.openTasks.delete(key)
  },
  JOB(run: FollowedRun, { intent, key, value }: EngineRecord<'JOB'>, { scope }: Of) {
    if (intent === 'CREATED') run.openJobs.set(key, { place: `${scope}${value.elementId}`, type: value.type })
    if (intent === 'COMPLETED' || intent === 'CANCELED' || intent === 'ERROR_THROWN') run.openJobs.delete(key)
  },
  MESSAGE_SUBSCRIPTION(run: FollowedRun, { intent, key, value }: EngineRecord<'MESSAGE_SUBSCRIPTION'>) {
    if (intent === 'CREATED') run.subscriptions.set(key, waitName(value.messageName, value.correlationKey))
    if (intent === 'DELETED' || (intent === 'CORRELATED' && value.interrupting)) run.subscriptions.delete(key)
  },
  TIMER(run: FollowedRun, { intent, key, value }: EngineRecord<'TIMER'>, { scope }: Of) {
    if (intent === 'CREATED') run.timers.set(key, `${scope}${value.targetElementId}`)
    else run.timers.delete(key)
  },
  INCIDENT(run: FollowedRun, { intent, value }: EngineRecord<'INCIDENT'>, { scope }: Of) {
    if (intent === 'CREATED') run.incident ??= { place: `${scope}${value.elementId}`, message: value.errorMessage }
  },
  PROCESS_INSTANCE(
    run: FollowedRun,
    { intent, key, value }: EngineRecord<'PROCESS_INSTANCE'>,
    { instance, scope }: Of,
  ) {
    const hasEnded = intent === 'ELEMENT_COMPLETED' || intent === 'ELEMENT_TERMINATED'
    if (key === run.instance && hasEnded) run.isOver = true
    if (value.bpmnElementType === 'END_EVENT' && value.flowScopeKey === instance && intent === 'ELEMENT_COMPLETED')
      run.ends.push(`${scope}${value.elementId}`)
  },
}
