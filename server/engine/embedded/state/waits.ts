import type { Appliers } from './applier.ts'
import { reviveJob } from './jobs.ts'
import { beginListenersAnew } from './listeners.ts'

/** Timers that are armed. */
export const timerAppliers: Appliers<'TIMER'> = {
  CREATED: (draft, { key, value }, cause) => {
    draft.set(draft.state.timers, key, { ...value, cause })
    draft.touch('timer', key, true)
  },
  TRIGGERED: (draft, { key }) => {
    draft.remove(draft.state.timers, key)
    draft.touch('timer', key)
  },
  CANCELED: (draft, { key }) => {
    draft.remove(draft.state.timers, key)
    draft.touch('timer', key)
  },
  MIGRATED: (draft, { key, value: { targetElementId } }) =>
    draft.set(draft.state.timers, key, { ...draft.state.timers[key]!, targetElementId }),
}

/** Messages that are waited for. A subscription that does not interrupt stays. */
export const subscriptionAppliers: Appliers<'MESSAGE_SUBSCRIPTION'> = {
  CREATED: (draft, { key, value }) => {
    draft.set(draft.state.subscriptions, key, value)
    draft.touch('subscription', key, true)
  },
  CORRELATED: (draft, { key, value }) => {
    if (!value.interrupting) return
    draft.remove(draft.state.subscriptions, key)
    draft.touch('subscription', key)
  },
  DELETED: (draft, { key }) => {
    draft.remove(draft.state.subscriptions, key)
    draft.touch('subscription', key)
  },
  MIGRATED: (draft, { key, value }) => {
    draft.set(draft.state.subscriptions, key, value)
    draft.touch('subscription', key)
  },
}

/** Signals that are waited for. What happened ends the waiting only where the element ends it. */
export const signalSubscriptionAppliers: Appliers<'SIGNAL_SUBSCRIPTION'> = {
  CREATED: (draft, { key, value }) => {
    draft.set(draft.state.signalSubscriptions, key, value)
    draft.touch('signal', key, true)
  },
  DELETED: (draft, { key }) => {
    draft.remove(draft.state.signalSubscriptions, key)
    draft.touch('signal', key)
  },
  MIGRATED: (draft, { key, value }) => draft.set(draft.state.signalSubscriptions, key, value),
}

/** What an operator has to mend. Resolving the incident of a job makes the job workable again. */
export const incidentAppliers: Appliers<'INCIDENT'> = {
  CREATED: (draft, { key, value }) => {
    draft.set(draft.state.incidents, key, value)
    draft.touch('incident', key, true)
  },
  RESOLVED: (draft, { key, value: { jobKey, elementInstanceKey } }) => {
    draft.remove(draft.state.incidents, key)
    draft.touch('incident', key)
    if (jobKey === undefined) beginListenersAnew(draft, elementInstanceKey)
    else if (jobKey in draft.state.jobs) reviveJob(draft, jobKey)
  },
  MIGRATED: (draft, { key, value }) => draft.set(draft.state.incidents, key, value),
}
