import type { Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'

/** A running instance, those it called, and those they called. They stand still together: none that moves ever reaches one that does not. */
export function callTree(execution: Execution, processInstanceKey: Key): Key[] {
  const { workspace } = execution.world
  const elements = workspace.find(processInstanceKey)?.state.elements ?? {}
  const called = Object.values(elements).flatMap(({ calledInstanceKey: key }) =>
    key === undefined || !workspace.find(key) ? [] : callTree(execution, key),
  )
  return [processInstanceKey, ...called]
}
