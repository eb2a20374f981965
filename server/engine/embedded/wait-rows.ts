import type { Key } from '../protocol/records.ts'
import type { TouchedKind } from './state/draft.ts'
import type { InstanceState, Job } from './state/instance-state.ts'
import type { EngineStore } from './store.ts'

/** Writes the row by which a wait state is found; answers whether the wait state still exists. */
export function putWaitRow(store: EngineStore, state: InstanceState, kind: TouchedKind, key: Key): boolean {
  const { processInstanceKey, bpmnProcessId } = state
  // Held instances are not found by what would move them on.
  if (state.hold !== undefined && kind !== 'incident' && kind !== 'job') return false
  switch (kind) {
    case 'incident':
      return putOwner(store, state, key, key in state.incidents)
    case 'job': {
      const job = state.jobs[key]
      if (!job) return false
      const { type } = job
      const isHeld = state.hold !== undefined
      const isActivatable = job.state === 'ACTIVATABLE' && !isHeld ? 1 : 0
      store.put('job', { jobKey: key, processInstanceKey, type, isActivatable, due: isHeld ? null : dueOf(job) })
      return true
    }
    case 'timer': {
      const timer = state.timers[key]
      if (timer)
        store.put('timer', {
          timerKey: key,
          processInstanceKey,
          waiterKey: timer.elementInstanceKey!,
          due: timer.dueDate,
        })
      return timer !== undefined
    }
    case 'subscription': {
      const subscription = state.subscriptions[key]
      if (!subscription) return false
      const { messageName, correlationKey } = subscription
      store.put('subscription', {
        subscriptionKey: key,
        processInstanceKey,
        bpmnProcessId,
        messageName,
        correlationKey,
      })
      return true
    }
    case 'signal': {
      const subscription = state.signalSubscriptions[key]
      if (!subscription) return false
      const { signalName, catchEventInstanceKey } = subscription
      store.put('signal', { subscriptionKey: key, processInstanceKey, signalName, waiterKey: catchEventInstanceKey! })
      return true
    }
  }
}

/** Removes the row of a wait state that is over. */
export function removeWaitRow(store: EngineStore, kind: TouchedKind, key: Key): void {
  if (kind === 'job') store.remove('job', { jobKey: key })
  else if (kind === 'timer') store.remove('timer', { timerKey: key })
  else if (kind === 'subscription') store.remove('subscription', { subscriptionKey: key })
  else if (kind === 'signal') store.remove('signal', { subscriptionKey: key })
  else store.remove('owner', { key })
}

function putOwner(store: EngineStore, { processInstanceKey }: InstanceState, key: Key, exists: boolean): boolean {
  if (exists) store.put('owner', { key, processInstanceKey })
  return exists
}

/** A leased job falls due when the lease is over, a failed one when its back-off is: not yet at the last instant of it. */
function dueOf({ state, deadline, recurringTime }: Job): number | null {
  const last = state === 'ACTIVATED' ? deadline : state === 'FAILED' ? recurringTime : undefined
  return last === undefined ? null : last + 1
}
