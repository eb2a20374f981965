import type { Key } from '../../protocol/records.ts'
import type { Draft } from './draft.ts'
import { beginTaskListenersAnew } from './user-tasks.ts'

/** What kept an element from going on is mended: its listeners, and those of its task, are to be done again from the first. */
export function beginListenersAnew(draft: Draft, elementInstanceKey: Key): void {
  const { elements } = draft.state
  const instance = elements[elementInstanceKey]
  if (instance?.listener) {
    const { listener: _done, ...rest } = instance
    draft.set(elements, elementInstanceKey, rest)
  }
  if (instance?.type === 'USER_TASK') beginTaskListenersAnew(draft, elementInstanceKey)
}
