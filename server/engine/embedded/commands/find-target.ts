import { CommandRejected } from '../../protocol/errors.ts'
import type { Key, UserTaskValue } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'
import type { InstanceState, Job, UserTask } from '../state/instance-state.ts'

/**
 * Turns to the instance of an open user task: the one that is given, else the one that is found. `purpose` is the verb of
 * the rejection: `complete`, `claim` …
 */
export function enterUserTask(
  execution: Execution,
  { userTaskKey, processInstanceKey }: { userTaskKey: Key; processInstanceKey?: Key },
  purpose: string,
): UserTaskValue {
  const instances =
    processInstanceKey === undefined ? instancesNaming(execution, userTaskKey) : [processInstanceKey].filter(isKey)
  if (enterWhere(execution, instances, ({ userTasks }) => Object.hasOwn(userTasks, userTaskKey)))
    return openTask(execution.state.userTasks[userTaskKey]!, userTaskKey, purpose)
  throw new CommandRejected(
    'NOT_FOUND',
    `Expected to ${purpose} user task with key '${userTaskKey}', but no such user task was found`,
  )
}

/** Listeners that work on a task keep others from it. */
function openTask(task: UserTask, userTaskKey: Key, purpose: string): UserTaskValue {
  if (!task.transition) return task
  throw new CommandRejected(
    'INVALID_STATE',
    `Expected to ${purpose} user task with key '${userTaskKey}', but it is in state '${task.transition.intent}'`,
  )
}

/** Turns to the instance of a job that still exists. `purpose` is how the rejection begins: `complete job`, `fail job` … */
export function enterJob(execution: Execution, jobKey: Key, purpose: string): Job {
  const row = isKey(jobKey) ? execution.world.store.find('job', { jobKey }) : undefined
  const job = row && execution.enter(row.processInstanceKey) && execution.state.jobs[jobKey]
  if (job) return job
  throw new CommandRejected('NOT_FOUND', `Expected to ${purpose} with key '${jobKey}', but no such job was found`)
}

/** The same, for what only a job in work (or free to be worked) may have done to it. */
export function enterWorkableJob(execution: Execution, jobKey: Key, purpose: string): Job {
  const job = enterJob(execution, jobKey, purpose)
  if (job.state === 'ACTIVATABLE' || job.state === 'ACTIVATED') return job
  throw new CommandRejected(
    'INVALID_STATE',
    `Expected to ${purpose} with key '${jobKey}', but it is in state '${job.state}'`,
  )
}

/** Turns to the instance that an incident belongs to. */
export function enterOwner(execution: Execution, key: Key): boolean {
  const owner = isKey(key) ? execution.world.store.find('owner', { key }) : undefined
  return owner !== undefined && execution.enter(owner.processInstanceKey)
}

/**
 * Turns to the instance in which an element instance is alive; the process itself has the key of its instance. Only who
 * sets variables from outside asks by element instance: a row for each would cost every act more than this search.
 */
export function enterElementInstance(execution: Execution, key: Key): boolean {
  if (!isKey(key)) return false
  return execution.enter(key) || enterWhere(execution, instancesNaming(execution, key), state => key in state.elements)
}

/** Turns to the one of these instances that has what is looked for; the others may only name its key in a variable, and may stand still. */
function enterWhere(execution: Execution, instances: Key[], has: (state: InstanceState) => boolean): boolean {
  const { workspace } = execution.world
  const owner = instances.find(key => {
    const state = workspace.find(key)?.state
    return state !== undefined && has(state)
  })
  return owner !== undefined && execution.enter(owner)
}

function instancesNaming(execution: Execution, key: Key): Key[] {
  if (!isKey(key)) return []
  const { workspace, store } = execution.world
  workspace.flush()
  return store.instancesNaming(key)
}

/** Whether the text may be a key at all. */
export function isKey(text: string): boolean {
  return /^\d{1,19}$/.test(text)
}
