import type { EngineRecord, Key, UserTaskValue } from '../../protocol/records.ts'
import type { Appliers } from './applier.ts'
import type { Draft } from './draft.ts'
import { change } from './elements.ts'
import type { TaskAttributes, TaskTransition, UserTask } from './instance-state.ts'

type UserTaskRecord = EngineRecord<'USER_TASK'>

/** Open user tasks. A completed or canceled one is history, and history is in the journal. */
export const userTaskAppliers: Appliers<'USER_TASK'> = {
  CREATING: (draft, { key, value }) => {
    // A modelled assignee is assigned after creation, by an ASSIGNED of its own.
    const { assignee, ...task } = value
    const transition = {
      intent: 'CREATING',
      done: 0,
      after: attributesOf(value),
      ...(assignee && { assignee }),
    } as const
    draft.set(draft.state.userTasks, key, { ...task, transition })
  },
  CREATED: settle,
  ASSIGNING: begin,
  CLAIMING: begin,
  ASSIGNED: (draft, { key, value }) => {
    const { assignee: _before, transition: _, ...task } = changed(draft.state.userTasks[key]!, value)
    draft.set(draft.state.userTasks, key, {
      ...task,
      ...(value.assignee !== undefined && { assignee: value.assignee }),
    })
  },
  UPDATING: begin,
  UPDATED: settle,
  COMPLETING: begin,
  COMPLETED: (draft, { key, value: { elementId, elementInstanceKey, variables } }) => {
    draft.remove(draft.state.userTasks, key)
    if (variables) change(draft, elementInstanceKey, { event: { elementId, variables } })
  },
  CANCELING: begin,
  CANCELED: (draft, { key }) => {
    draft.remove(draft.state.userTasks, key)
  },
  CORRECTED: (draft, { key, value }) => {
    const task = draft.state.userTasks[key]!
    const { changedAttributes } = value
    const after = attributesOf(changed(task.transition!.after, value))
    const transition = { ...task.transition!, after, ...(changedAttributes && { changedAttributes }) }
    draft.set(draft.state.userTasks, key, { ...task, transition })
  },
  ASSIGNMENT_DENIED: drop,
  UPDATE_DENIED: drop,
  COMPLETION_DENIED: drop,
  // A task that was migrated goes on telling the element it was created for, as Zeebe's do; its MIGRATED tells the new one.
}

/** A listener of the task of an element is done. */
export function countTaskListener(draft: Draft, elementInstanceKey: Key): void {
  changeTransition(draft, elementInstanceKey, ({ done, ...rest }) => ({ ...rest, done: done + 1 }))
}

/** An expression of a listener is mended: all of them are to be done again. */
export function beginTaskListenersAnew(draft: Draft, elementInstanceKey: Key): void {
  changeTransition(draft, elementInstanceKey, transition => ({ ...transition, done: 0 }))
}

/** What may change about a task in the course of its life. */
export function attributesOf(task: TaskAttributes): TaskAttributes {
  const { assignee, candidateGroupsList, candidateUsersList, dueDate, followUpDate, priority } = task
  return {
    ...(assignee !== undefined && { assignee }),
    ...(candidateGroupsList !== undefined && { candidateGroupsList }),
    ...(candidateUsersList !== undefined && { candidateUsersList }),
    ...(dueDate !== undefined && { dueDate }),
    ...(followUpDate !== undefined && { followUpDate }),
    ...(priority !== undefined && { priority }),
  }
}

/** Something is to happen to the task; while listeners work, it is remembered here. */
function begin(draft: Draft, { key, intent, value }: UserTaskRecord): void {
  const task = draft.state.userTasks[key]!
  const { action, variables, changedAttributes, variableDocument } = value
  const transition: TaskTransition = {
    intent: intent as TaskTransition['intent'],
    done: 0,
    after: attributesOf(changed(task, value)),
    ...(action !== undefined && { action }),
    ...(variables && { variables }),
    ...(variableDocument && { variableDocument }),
    ...(changedAttributes && { changedAttributes }),
  }
  draft.set(draft.state.userTasks, key, { ...task, transition })
}

/** It has happened. */
function settle(draft: Draft, { key, value }: UserTaskRecord): void {
  const { transition: _, ...task } = changed(draft.state.userTasks[key]!, value)
  draft.set(draft.state.userTasks, key, task)
}

/** It does not happen after all. */
function drop(draft: Draft, { key }: UserTaskRecord): void {
  const { transition: _, ...task } = draft.state.userTasks[key]!
  draft.set(draft.state.userTasks, key, task)
}

/** What a record names as changed has its value now; without one it is emptied. */
function changed<T extends UserTask | TaskAttributes>(task: T, value: UserTaskValue): T {
  const result: Record<string, unknown> = { ...task }
  for (const name of value.changedAttributes ?? []) {
    const after = value[name as keyof UserTaskValue]
    if (after === undefined) delete result[name]
    else if (name !== 'variables') result[name] = after
  }
  return result as unknown as T
}

function changeTransition(
  draft: Draft,
  elementInstanceKey: Key,
  next: (transition: TaskTransition) => TaskTransition,
): void {
  const { userTasks } = draft.state
  for (const [key, task] of Object.entries(userTasks))
    if (task.elementInstanceKey === elementInstanceKey && task.transition)
      draft.set(userTasks, key, { ...task, transition: next(task.transition) })
}
