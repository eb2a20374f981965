import type { Key } from '../protocol/records.ts'
import type { TouchedKind } from './state/draft.ts'
import type { InstanceState, Job } from './state/instance-state.ts'
import { type EngineStore, ROW_IDS, type RowId, type RowKind, type Rows } from './store.ts'

/** The row by which one kind of wait state is found; undefined when there is nothing to find. Held instances are not found by what would move them on. */
interface WaitRow<K extends RowKind> {
  kind: K
  row(state: InstanceState, key: Key): Rows[K] | undefined
}

/** Every kind of wait state that others look for. */
const WAIT_ROWS: { [T in TouchedKind]: WaitRow<RowKind> } = {
  incident: define('owner', ({ processInstanceKey, incidents }, key) =>
    key in incidents ? { key, processInstanceKey } : undefined,
  ),
  // A held job is still found by its key: its retries may be set.
  job: define('job', ({ processInstanceKey, jobs, hold }, jobKey) => {
    const job = jobs[jobKey]
    if (!job) return undefined
    const { type, state } = job
    const isActivatable = state === 'ACTIVATABLE' && hold === undefined ? 1 : 0
    return { jobKey, processInstanceKey, type, isActivatable, due: hold === undefined ? dueOf(job) : null }
  }),
  timer: define('timer', ({ processInstanceKey, timers, hold }, timerKey) => {
    const timer = timers[timerKey]
    if (!timer || hold !== undefined) return undefined
    return { timerKey, processInstanceKey, waiterKey: timer.elementInstanceKey!, due: timer.dueDate }
  }),
  subscription: define('subscription', ({ processInstanceKey, bpmnProcessId, subscriptions, hold }, key) => {
    const subscription = subscriptions[key]
    if (!subscription || hold !== undefined) return undefined
    const { messageName, correlationKey } = subscription
    return { subscriptionKey: key, processInstanceKey, bpmnProcessId, messageName, correlationKey }
  }),
  signal: define('signal', ({ processInstanceKey, signalSubscriptions, hold }, subscriptionKey) => {
    const subscription = signalSubscriptions[subscriptionKey]
    if (!subscription || hold !== undefined) return undefined
    const { signalName, catchEventInstanceKey } = subscription
    return { subscriptionKey, processInstanceKey, signalName, waiterKey: catchEventInstanceKey! }
  }),
}

/** Writes the row by which a wait state is found; answers whether there is anything to find. */
export function putWaitRow(store: EngineStore, state: InstanceState, touched: TouchedKind, key: Key): boolean {
  const { kind, row } = WAIT_ROWS[touched]
  const found = row(state, key)
  if (found) store.put(kind, found)
  return found !== undefined
}

/** Removes the row of a wait state that is over. */
export function removeWaitRow(store: EngineStore, touched: TouchedKind, key: Key): void {
  const { kind } = WAIT_ROWS[touched]
  store.remove(kind, { [ROW_IDS[kind][0]]: key } as RowId<RowKind>)
}

/** Keeps the type of the row while it is made. */
function define<K extends RowKind>(kind: K, row: WaitRow<K>['row']): WaitRow<RowKind> {
  return { kind, row }
}

/** A leased job falls due when the lease is over, a failed one when its back-off is: not yet at the last instant of it. */
function dueOf({ state, deadline, recurringTime }: Job): number | null {
  const last = state === 'ACTIVATED' ? deadline : state === 'FAILED' ? recurringTime : undefined
  return last === undefined ? null : last + 1
}
