import type { UserTaskValue } from '../../protocol/records.ts'
import type { Appliers } from './applier.ts'
import { change } from './elements.ts'

/** Open user tasks. A completed or canceled one is history, and history is in the journal. */
export const userTaskAppliers: Appliers<'USER_TASK'> = {
  CREATING: (draft, { key, value }) => {
    // A modelled assignee is assigned after creation, by an ASSIGNED of its own.
    const { assignee: _later, ...task } = value
    draft.set(draft.state.userTasks, key, task)
    draft.touch('userTask', key, true)
  },
  ASSIGNED: (draft, { key, value: { assignee } }) => {
    const { assignee: _before, ...task } = draft.state.userTasks[key]!
    draft.set(draft.state.userTasks, key, { ...task, ...(assignee !== undefined && { assignee }) })
  },
  UPDATED: (draft, { key, value }) => {
    const task: Record<string, unknown> = { ...draft.state.userTasks[key]! }
    for (const name of value.changedAttributes ?? []) {
      const changed = value[name as keyof typeof value]
      if (changed === undefined) delete task[name]
      else task[name] = changed
    }
    draft.set(draft.state.userTasks, key, task as unknown as UserTaskValue)
  },
  COMPLETED: (draft, { key, value: { elementId, elementInstanceKey, variables } }) => {
    draft.remove(draft.state.userTasks, key)
    draft.touch('userTask', key)
    if (variables) change(draft, elementInstanceKey, { event: { elementId, variables } })
  },
  CANCELED: (draft, { key }) => {
    draft.remove(draft.state.userTasks, key)
    draft.touch('userTask', key)
  },
}
