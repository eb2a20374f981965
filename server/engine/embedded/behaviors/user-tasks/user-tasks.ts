import type { Key, UserTaskValue } from '../../../protocol/records.ts'
import type { AfterActivation } from '../../elements/element.ts'
import type { Execution } from '../../execution.ts'
import { beginTransition, callTaskListener, taskOf, tell } from './transitions.ts'

/** A task appears; answers how an assignee of the diagram is assigned, once its element counts as activated. */
export function createUserTask(execution: Execution, value: UserTaskValue): AfterActivation {
  const key = execution.nextKey()
  execution.emit({ valueType: 'USER_TASK', intent: 'CREATING', key, value })
  if (callTaskListener(execution, key)) return undefined
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
  beginTransition(execution, key, intent, {
    ...(assignee !== undefined && { assignee }),
    ...(action !== undefined && { action }),
    ...(assignee !== before && { changedAttributes: ['assignee'] }),
  })
}

/** The element ends without the task; listeners may still have something to do first. */
export function cancelUserTaskOf(execution: Execution, elementInstanceKey: Key, isAtOnce: boolean): void {
  const key = taskOf(execution, elementInstanceKey)
  if (key === undefined) return
  if (!isAtOnce) {
    beginTransition(execution, key, 'CANCELING')
    return
  }
  tell(execution, key, 'CANCELING')
  tell(execution, key, 'CANCELED')
}
