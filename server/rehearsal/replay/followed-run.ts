import type { EngineRecord, Key, Outcome } from '../../engine/index.ts'

/** One instance that is told again, as its records say it stands. */
export interface FollowedRun {
  /** User tasks that came up, in order, each with the offices it was offered to; and the ends that were reached. */
  tasks: { elementId: string; groups: readonly string[] }[]
  ends: string[]
  isOver: boolean
  /** Keys of what is open, with the element each belongs to. */
  openTasks: Map<Key, string>
  openJobs: Map<Key, { elementId: string; type: string }>
  /** What is waited for: `name key`. */
  subscriptions: Map<Key, string>
  timers: Map<Key, string>
  incident?: { elementId: string; message: string }
}

/** A run of which nothing is known yet. */
export function newRun(): FollowedRun {
  return {
    ...{ tasks: [], ends: [], isOver: false },
    ...{ openTasks: new Map(), openJobs: new Map(), subscriptions: new Map(), timers: new Map() },
  }
}

/** How messages and those who wait for them are told apart. */
export const waitName = (name: string, correlationKey: string): string => `${name} ${correlationKey}`

/** Follows every instance of an office by its records. */
export function followRuns(outcomes: readonly Outcome[], runOf: (instance: Key) => FollowedRun | undefined): void {
  for (const { segments } of outcomes) {
    for (const { processInstanceKey, records } of segments) {
      const run = processInstanceKey === undefined ? undefined : runOf(processInstanceKey)
      if (run && processInstanceKey !== undefined) for (const record of records) follow(run, record, processInstanceKey)
    }
  }
}

type Follow = (run: FollowedRun, record: never, instance: Key) => void

const followers: { [valueType: string]: Follow } = {
  USER_TASK(run: FollowedRun, { intent, key, value }: EngineRecord<'USER_TASK'>) {
    if (intent === 'CREATING') run.tasks.push({ elementId: value.elementId, groups: value.candidateGroupsList ?? [] })
    if (intent === 'CREATED') run.openTasks.set(key, value.elementId)
    if (intent === 'COMPLETED' || intent === 'CANCELED') run.openTasks.delete(key)
  },
  JOB(run: FollowedRun, { intent, key, value }: EngineRecord<'JOB'>) {
    if (intent === 'CREATED') run.openJobs.set(key, { elementId: value.elementId, type: value.type })
    if (intent === 'COMPLETED' || intent === 'CANCELED' || intent === 'ERROR_THROWN') run.openJobs.delete(key)
  },
  MESSAGE_SUBSCRIPTION(run: FollowedRun, { intent, key, value }: EngineRecord<'MESSAGE_SUBSCRIPTION'>) {
    if (intent === 'CREATED') run.subscriptions.set(key, waitName(value.messageName, value.correlationKey))
    if (intent === 'DELETED' || (intent === 'CORRELATED' && value.interrupting)) run.subscriptions.delete(key)
  },
  TIMER(run: FollowedRun, { intent, key, value }: EngineRecord<'TIMER'>) {
    if (intent === 'CREATED') run.timers.set(key, value.targetElementId)
    else run.timers.delete(key)
  },
  INCIDENT(run: FollowedRun, { intent, value }: EngineRecord<'INCIDENT'>) {
    if (intent === 'CREATED') run.incident ??= { elementId: value.elementId, message: value.errorMessage }
  },
  PROCESS_INSTANCE(run: FollowedRun, { intent, key, value }: EngineRecord<'PROCESS_INSTANCE'>, instance: Key) {
    const hasEnded = intent === 'ELEMENT_COMPLETED' || intent === 'ELEMENT_TERMINATED'
    if (key === instance && hasEnded) run.isOver = true
    if (value.bpmnElementType === 'END_EVENT' && value.flowScopeKey === instance && intent === 'ELEMENT_COMPLETED')
      run.ends.push(value.elementId)
  },
}

function follow(run: FollowedRun, record: EngineRecord, instance: Key): void {
  followers[record.valueType]?.(run, record as never, instance)
}
