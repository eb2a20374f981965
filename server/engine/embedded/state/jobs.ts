import type { EngineRecord, Key, ListenerEventType } from '../../protocol/records.ts'
import type { Appliers } from './applier.ts'
import type { Draft } from './draft.ts'
import { change } from './elements.ts'
import type { Job } from './instance-state.ts'
import { countTaskListener } from './user-tasks.ts'

/** The element id Zeebe writes into an error nobody catches. */
export const NO_CATCH_EVENT = 'NO_CATCH_EVENT_FOUND'

type JobRecord = EngineRecord<'JOB'>

/** Jobs whose element still waits for them. */
export const jobAppliers: Appliers<'JOB'> = {
  CREATED: (draft, { key, value }, cause) => {
    const { type, elementId, elementInstanceKey, retries, customHeaders, jobKind, listenerEventType } = value
    put(draft, key, {
      state: 'ACTIVATABLE',
      type,
      ...(jobKind && { jobKind }),
      ...(listenerEventType && { listenerEventType }),
      elementId,
      elementInstanceKey,
      retries,
      ...(customHeaders && { customHeaders }),
      cause,
    })
  },
  COMPLETED: (draft, { key, value: { elementId, elementInstanceKey, variables } }) => {
    const { jobKind, listenerEventType } = draft.state.jobs[key]!
    remove(draft, key)
    if (jobKind === 'EXECUTION_LISTENER') countListener(draft, elementInstanceKey, listenerEventType!)
    else if (jobKind === 'TASK_LISTENER') countTaskListener(draft, elementInstanceKey)
    else if (variables && !jobKind) change(draft, elementInstanceKey, { event: { elementId, variables } })
  },
  FAILED: (draft, { key, value: { retries, recurringTime, errorMessage } }) => {
    const { errorMessage: _before, recurringTime: __, ...job } = draft.state.jobs[key]!
    put(draft, key, {
      ...job,
      state: retries > 0 && recurringTime === undefined ? 'ACTIVATABLE' : 'FAILED',
      retries,
      ...(recurringTime !== undefined && { recurringTime }),
      ...(errorMessage !== undefined && { errorMessage }),
    })
  },
  TIMED_OUT: (draft, { key }) => put(draft, key, { ...draft.state.jobs[key]!, state: 'ACTIVATABLE' }),
  RECURRED_AFTER_BACKOFF: (draft, { key }) => {
    const { recurringTime: _, ...job } = draft.state.jobs[key]!
    put(draft, key, { ...job, state: 'ACTIVATABLE' })
  },
  RETRIES_UPDATED: (draft, { key, value: { retries } }) => put(draft, key, { ...draft.state.jobs[key]!, retries }),
  TIMEOUT_UPDATED: (draft, { key, value: { deadline } }) =>
    put(draft, key, { ...draft.state.jobs[key]!, deadline: deadline! }),
  CANCELED: (draft, { key }) => remove(draft, key),
  MIGRATED: (draft, { key, value: { elementId } }) => put(draft, key, { ...draft.state.jobs[key]!, elementId }),
  ERROR_THROWN: (draft, record) =>
    record.value.elementId === NO_CATCH_EVENT ? stop(draft, record) : remove(draft, record.key),
}

/** The element id in records of a job; Zeebe's jobs forget it while they wait with an error that nobody caught. */
export function toldElementId({ state, elementId }: Pick<Job, 'state' | 'elementId'>): string {
  return state === 'ERROR_THROWN' ? NO_CATCH_EVENT : elementId
}

/** A worker took the job until the deadline. */
export function activateJob(draft: Draft, key: Key, worker: string, deadline: number): void {
  put(draft, key, { ...draft.state.jobs[key]!, state: 'ACTIVATED', worker, deadline })
}

/** The incident of the job is resolved: it may be worked again. */
export function reviveJob(draft: Draft, key: Key): void {
  put(draft, key, { ...draft.state.jobs[key]!, state: 'ACTIVATABLE' })
}

function countListener(draft: Draft, key: Key, event: ListenerEventType): void {
  const { listener } = draft.state.elements[key]!
  change(draft, key, { listener: { event, done: (listener?.event === event ? listener.done : 0) + 1 } })
}

function stop(draft: Draft, { key, value: { errorCode, errorMessage } }: JobRecord): void {
  put(draft, key, {
    ...draft.state.jobs[key]!,
    state: 'ERROR_THROWN',
    ...(errorCode !== undefined && { errorCode }),
    ...(errorMessage !== undefined && { errorMessage }),
  })
}

function put(draft: Draft, key: Key, job: Job): void {
  draft.touch('job', key, !(key in draft.state.jobs))
  draft.set(draft.state.jobs, key, job)
}

function remove(draft: Draft, key: Key): void {
  draft.remove(draft.state.jobs, key)
  draft.touch('job', key)
}
