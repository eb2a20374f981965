import type { Key, UserTaskIntent, UserTaskValue } from '../../protocol/records.ts'
import type { AfterActivation } from '../elements/element.ts'
import type { Execution } from '../execution.ts'

type Changes = Partial<Omit<UserTaskValue, 'elementId' | 'elementInstanceKey'>>

/** A task appears; answers how an assignee of the diagram is assigned, once its element counts as activated. */
export function createUserTask(execution: Execution, value: UserTaskValue): AfterActivation {
  const key = execution.nextKey()
  execution.emit({ valueType: 'USER_TASK', intent: 'CREATING', key, value })
  tell(execution, key, 'CREATED')
  const { assignee } = value
  return assignee === undefined ? undefined : () => assign(execution, key, 'ASSIGNING', { assignee })
}

/** Gives the task to somebody, or to nobody. */
export function assign(
  execution: Execution,
  key: Key,
  intent: 'ASSIGNING' | 'CLAIMING',
  { assignee, action }: { assignee?: string; action?: string },
): void {
  const before = execution.state.userTasks[key]!.assignee
  const changes: Changes = {
    ...(assignee !== undefined && { assignee }),
    ...(action !== undefined && { action }),
    ...(assignee !== before && { changedAttributes: ['assignee'] }),
  }
  tell(execution, key, intent, changes)
  tell(execution, key, 'ASSIGNED', changes)
}

/** The element ends without the task. */
export function cancelUserTaskOf(execution: Execution, elementInstanceKey: Key): void {
  for (const [key, task] of Object.entries(execution.state.userTasks)) {
    if (task.elementInstanceKey !== elementInstanceKey) continue
    tell(execution, key, 'CANCELING')
    tell(execution, key, 'CANCELED')
  }
}

/** A record of an open task: which it is, and what changed. */
export function tell(execution: Execution, key: Key, intent: UserTaskIntent, changes: Changes = {}): void {
  const { elementId, elementInstanceKey } = execution.state.userTasks[key]!
  execution.emit({ valueType: 'USER_TASK', intent, key, value: { elementId, elementInstanceKey, ...changes } })
}
