import type { Key } from '../../protocol/records.ts'
import type { Execution } from '../execution.ts'

/** Every running instance that the instance called, and those they called. */
export function calledInstances(execution: Execution, processInstanceKey: Key): Key[] {
  const { workspace } = execution.world
  const elements = workspace.find(processInstanceKey)?.state.elements ?? {}
  return Object.values(elements).flatMap(({ calledInstanceKey: key }) =>
    key === undefined || !workspace.find(key) ? [] : [key, ...calledInstances(execution, key)],
  )
}
